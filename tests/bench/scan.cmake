find_package(SQLite3 REQUIRED)
packbench_figures(scan_figures DISPLAY
    SOURCES scan.cpp barecommit.h barecommit.cpp scanwindow.h scanwindow.cpp
    LINK packbench_bench packbench_screens packbench_screensplugin
        Qt6::Gui Qt6::Qml Qt6::Quick SQLite::SQLite3)
target_compile_definitions(scan_figures PRIVATE PACKBENCH="$<TARGET_FILE:packbench>")
add_dependencies(scan_figures packbench)

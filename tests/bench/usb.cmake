pkg_check_modules(UMOCKDEV IMPORTED_TARGET umockdev-1.0)
if(UMOCKDEV_FOUND)
    set(devices ../devices)
    packbench_figures(usb_figures
        SOURCES usb.cpp
            ${devices}/emulatedbus.h ${devices}/emulatedbus.cpp
            ${devices}/emulatedprinter.h ${devices}/emulatedprinter.cpp
            ${devices}/preload.h ${devices}/preload.cpp
            ${devices}/usbfs.h ${devices}/usbfs.cpp
        LINK packbench_drivers packbench_labels Qt6::Gui PkgConfig::UMOCKDEV util ${CMAKE_DL_LIBS})
    target_include_directories(usb_figures PRIVATE ${CMAKE_SOURCE_DIR}/tests/devices)
endif()

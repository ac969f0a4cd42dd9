packbench_figures(startup_figures SOURCES startup.cpp LINK packbench_bench Qt6::Gui)

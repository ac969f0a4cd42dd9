packbench_figures(import_figures SOURCES import.cpp LINK packbench_bench)

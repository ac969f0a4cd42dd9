packbench_figures(label_figures
    SOURCES label.cpp ../unit/labels/sample.h ../unit/labels/sample.cpp
    LINK packbench_bench packbench_labels packbench_drivers Qt6::Gui)

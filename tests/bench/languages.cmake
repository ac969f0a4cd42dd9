packbench_figures(languages_figures
    SOURCES languages.cpp ../unit/drivers/pages.h
    LINK packbench_drivers packbench_labels Qt6::Gui)

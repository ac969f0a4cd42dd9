packbench_figures(audit_figures
    SOURCES audit.cpp
    LINK packbench_ledger packbench_shipping)

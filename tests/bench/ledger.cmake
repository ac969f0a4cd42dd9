find_package(SQLite3 REQUIRED)
# The same program as ledger_figures of tests/ledger, among the others.
packbench_figures(ledger_cost
    SOURCES ../ledger/figures.cpp ../ledger/someorder.h ../ledger/someorder.cpp
    LINK packbench_ledger packbench_shipping SQLite::SQLite3)

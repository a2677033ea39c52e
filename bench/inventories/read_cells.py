"""Reads every cell of a workbook with calamine, and says how many rows it has."""

import sys

from python_calamine import CalamineWorkbook

workbook = CalamineWorkbook.from_path(sys.argv[1])
print(sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names), "rows")

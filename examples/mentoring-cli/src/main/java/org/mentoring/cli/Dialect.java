package org.mentoring.cli;

import org.mentoring.csv.CsvOptions;
import picocli.CommandLine.TypeConversionException;

/** How a table of people is spelt. */
enum Dialect {
  /** UTF-8, commas, 2020-10-01. */
  STANDARD,
  /** As Russian spreadsheets save it: windows-1251, semicolons, 01.10.2020. */
  RUSSIAN,
  /** As Russian spreadsheets save "CSV UTF-8": semicolons, 01.10.2020. */
  RUSSIAN_UTF8;

  /** The dialect that a command line names. */
  static Dialect named(String text) {
    for (Dialect dialect : values()) {
      if (dialect.name().replace('_', '-').equalsIgnoreCase(text)) {
        return dialect;
      }
    }
    throw new TypeConversionException("dialect");
  }

  CsvOptions options() {
    return switch (this) {
      case STANDARD -> CsvOptions.strict();
      case RUSSIAN -> CsvOptions.russianSpreadsheet();
      case RUSSIAN_UTF8 -> CsvOptions.russianUtf8();
    };
  }
}

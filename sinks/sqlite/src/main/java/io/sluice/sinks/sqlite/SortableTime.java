package io.sluice.sinks.sqlite;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes times as text that sorts in time order: ISO 8601 in UTC, always with nine decimals. */
final class SortableTime {
  private static final int NANOS = 9;
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(NANOS).toFormatter();

  private SortableTime() {}

  static String of(Instant moment) {
    return FORMAT.format(moment);
  }
}

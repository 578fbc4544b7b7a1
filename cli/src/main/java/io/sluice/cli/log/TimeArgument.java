package io.sluice.cli.log;

import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Points in time as people write them, by a clock and in its zone. */
final class TimeArgument {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");
  private static final Map<String, Duration> UNITS =
      Map.of("d", Duration.ofDays(1), "h", Duration.ofHours(1), "m", Duration.ofMinutes(1));

  private final Clock clock;

  TimeArgument(Clock clock) {
    this.clock = clock;
  }

  /** The moment; of a day, its beginning. */
  Instant beginning(SettingValue given) {
    return moment(given, day -> day);
  }

  /** The moment; of a day, its end. */
  Instant end(SettingValue given) {
    return moment(given, day -> day.plusDays(1));
  }

  private Instant moment(SettingValue given, Function<LocalDate, LocalDate> edge) {
    String text = given.text().strip();
    return Stream.<Optional<Instant>>of(
            age(text),
            read(() -> edge.apply(LocalDate.parse(text)).atStartOfDay(clock.getZone()).toInstant()),
            read(() -> LocalDateTime.parse(text).atZone(clock.getZone()).toInstant()),
            read(() -> OffsetDateTime.parse(text).toInstant()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    given.by()
                        + " is '"
                        + given.text()
                        + "'; use a day (2026-01-31), a moment (2026-01-31T09:30) or an age (7d, 12h)"));
  }

  private Optional<Instant> age(String text) {
    Matcher age = AGE.matcher(text);
    return age.matches()
        ? Optional.ofNullable(UNITS.get(age.group(2)))
            .map(unit -> clock.instant().minus(unit.multipliedBy(Long.parseLong(age.group(1)))))
        : Optional.empty();
  }

  private static Optional<Instant> read(Reading reading) {
    try {
      return Optional.of(reading.instant());
    } catch (DateTimeException another) {
      return Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Reading {
    Instant instant();
  }
}

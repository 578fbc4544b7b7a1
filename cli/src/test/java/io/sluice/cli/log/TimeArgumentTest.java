package io.sluice.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeArgumentTest {
  /** In summer two hours ahead, in winter one. */
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final TimeArgument moments =
      new TimeArgument(Clock.fixed(Instant.parse("2026-07-02T12:00:00Z"), BERLIN));

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-30T23:00:00Z, 2026-01-31T23:00:00Z",
    "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2026-01-31T09:30, 2026-01-31T08:30:00Z, 2026-01-31T08:30:00Z",
    "2026-07-01T09:30:05, 2026-07-01T07:30:05Z, 2026-07-01T07:30:05Z",
    "2026-01-31T09:30Z, 2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
    "7d, 2026-06-25T12:00:00Z, 2026-06-25T12:00:00Z",
    "' 12h', 2026-07-02T00:00:00Z, 2026-07-02T00:00:00Z",
    "30m, 2026-07-02T11:30:00Z, 2026-07-02T11:30:00Z",
  })
  void aDayIsTheUsersAndHasTwoEnds(String text, Instant beginning, Instant end) {
    var given = new SettingValue("--since", text);

    assertThat(moments.beginning(given)).isEqualTo(beginning);
    assertThat(moments.end(given)).isEqualTo(end);
  }

  @Test
  void anythingElseIsRefusedWithWhatIsAllowed() {
    for (String text : new String[] {"", "yesterday", "2026-13-01", "7", "-7d", "12:30"}) {
      assertThatExceptionOfType(UsageException.class)
          .as(text)
          .isThrownBy(() -> moments.beginning(new SettingValue("--since", text)))
          .withMessage(
              "--since is '"
                  + text
                  + "'; use a day (2026-01-31), a moment (2026-01-31T09:30) or an age (7d, 12h)");
    }
  }
}

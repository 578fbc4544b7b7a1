package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flag is named in place of one that there is none of. */
class UnknownFlagTest {

  @ParameterizedTest
  @CsvSource({
    "-v, -v, --version",
    "-V, -V, --version",
    "chat -v, -v, sluice --version",
    "-T 0 hello, -T, -t",
    "-j hello, -j, --json",
    "-? , -?, --help",
    "-H, -H, -h",
    "-help, -help, --help",
    "-version, -version, --version",
    "-offline hello, -offline, --offline",
    "--modle=x hello, --modle, --model",
    "--ver, --ver, --version",
    "--vers hello, --vers, --version",
    "-qj hello, -j, --json"
  })
  void theFlagThatIsMeantIsNamed(String typed, String flag, String meant) {
    Sluice.Ran ran = Sluice.command().run(typed.split(" "));

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .startsWith("sluice: unknown flag '" + flag + "'; did you mean '" + meant + "'? ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-k", "-z hello", "-e hello", "-qk hello", "--flag-nobody-knows"})
  void whereNothingIsCloseNothingIsNamed(String typed) {
    assertThat(Sluice.command().run(typed.split(" ")).err())
        .startsWith("sluice: unknown flag '")
        .doesNotContain("did you mean");
  }
}

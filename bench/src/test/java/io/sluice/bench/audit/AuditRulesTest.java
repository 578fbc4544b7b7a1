package io.sluice.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRulesTest {

  /** Schedule delay, event loop, machine CPU, achieved, median TTFT, and the reason's beginning. */
  @ParameterizedTest
  @CsvSource({
    "10, 5, 0.85, 0.98, 500, ''",
    "10.1, 5, 0.85, 0.98, 500, requests were written 10.1 ms late at p99 (limit 10 ms)",
    "2.6, 0, 0.5, 1, 50, 'requests were written 2.6 ms late at p99, more than 5 % of the median'",
    "2.4, 0, 0.5, 1, 50, ''",
    "0.9, 0, 0.5, 1, 1, ''",
    "1, 5.1, 0.5, 1, 500, the event loop was 5.1 ms late at p99 (limit 5 ms)",
    "1, 1, 0.86, 1, 500, this machine was 86 % busy (limit 85 %)",
    "1, 1, 0.5, 0.97, 500, only 97.0 % of the requests that were due were sent (limit 98 %)",
    "-1, -1, -1, 1, 500, ''"
  })
  void aLevelIsVoidIfTheClientWasTooSlow(
      double delay, double loop, double cpu, double achieved, double ttft, String reason) {
    AuditFigures seen = new AuditFigures(1, cpu, 0, 0, loop, 100, 0, delay, 100, achieved, 10);

    var reasons = AuditRules.reasons(seen, ttft);

    if (reason.isEmpty()) {
      assertThat(reasons).isEmpty();
    } else {
      assertThat(reasons).singleElement().asString().startsWith(reason).contains("; ");
    }
  }

  @Test
  void tooFewFilesAndPortsAreToldBeforeTheStart() {
    assertThat(Capacity.lack(1000, 1024, 28_000))
        .hasValue(
            "1000 requests at once need more than the 1024 open files that are allowed; raise the"
                + " limit with 'ulimit -n 1200'");
    assertThat(Capacity.lack(30_000, 100_000, 28_232))
        .hasValueSatisfying(
            lack -> assertThat(lack).contains("28232 ports").contains("ip_local_port_range"));
    assertThat(Capacity.lack(1000, 100_000, 28_232)).isEmpty();
    assertThat(Capacity.lack(1000, -1, -1)).isEmpty();
  }

  @Test
  void theNumberOfPortsIsReadFromTheMachine(@TempDir Path folder) throws IOException {
    Path range = folder.resolve("range");
    assertThat(Capacity.ports(range)).isEqualTo(-1);
    Files.writeString(range, "32768\t60999\n");
    assertThat(Capacity.ports(range)).isEqualTo(28_232);
    Files.writeString(range, "none");
    assertThat(Capacity.ports(range)).isEqualTo(-1);
  }
}

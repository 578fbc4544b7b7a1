package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RateFaultsTest {

  @Test
  void requestsBeyondTheLimitAreRefusedAndTheLimitIsStated() throws IOException {
    try (var simulator = Simulator.builder().fault(Fault.parse("rpm=1")).start()) {
      var first = ask(simulator, stream());
      var second = ask(simulator, stream());

      assertThat(first.status()).isEqualTo(200);
      assertThat(first.head())
          .contains("x-ratelimit-limit-requests: 1", "x-ratelimit-remaining-requests: 0");
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.head()).contains("x-ratelimit-limit-requests: 1", "Retry-After: ");
    }
  }

  @Test
  void aRequestLargerThanTheLimitOfTokensPassesAlone() throws IOException {
    try (var simulator = Simulator.builder().fault(Fault.parse("tpm=1")).start()) {
      assertThat(ask(simulator, stream()).status()).isEqualTo(200);
      assertThat(ask(simulator, stream()).status()).isEqualTo(429);
    }
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> Fault.parse("rpm=0")).hasMessageContaining("write 1 or more");
  }

  @Test
  void theTallyCountsEachPrompt() throws IOException {
    var tally = new PromptTally();
    try (var simulator = Simulator.builder().onRequest(tally).start()) {
      ask(simulator, stream());
      ask(simulator, stream());
    }

    assertThat(tally.sum()).isEqualTo(2);
    assertThat(tally.all().values()).containsExactly(2);
  }
}

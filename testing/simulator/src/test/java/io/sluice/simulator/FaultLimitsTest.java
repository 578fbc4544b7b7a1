package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultLimitsTest {

  @Test
  void aServersFaultsEndAfterSoManyRequests() throws IOException {
    try (var simulator =
        Simulator.builder()
            .fault(Fault.parse("status=503"))
            .fault(Fault.parse("times=2"))
            .start()) {
      assertThat(ask(simulator, stream()).status()).isEqualTo(503);
      assertThat(ask(simulator, stream()).status()).isEqualTo(503);
      assertThat(ask(simulator, stream()).status()).isEqualTo(200);
      assertThat(ask(simulator, stream()).status()).isEqualTo(200);
    }
  }

  @Test
  void aHeadersFaultsBeginAnewAfterARequestThatWentWell() throws IOException {
    try (var simulator = Simulator.start()) {
      for (int status : new int[] {500, 200, 500, 200}) {
        assertThat(ask(simulator, stream(), "X-Simulate: status=500, then-ok").status())
            .isEqualTo(status);
      }
    }
  }

  @Test
  void headersAndServerAddUp() throws IOException {
    try (var simulator = Simulator.builder().fault(Fault.parse("crlf")).start()) {
      var answer = ask(simulator, stream(), "X-Simulate: end=2", "X-Simulate: byte-per-write");

      assertThat(answer.body()).endsWith("}\r\n\r\n");
      assertThat(answer.events()).hasSize(2);
      assertThat(answer.pieces()).allSatisfy(piece -> assertThat(piece).hasSize(1));
    }
  }

  @Test
  void anUnknownFaultInAHeaderIsABadRequest() throws IOException {
    try (var simulator = Simulator.start()) {
      var answer = ask(simulator, stream(), "X-Simulate: cutt=3");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("X-Simulate: unknown fault 'cutt'; did you mean 'cut'?");
    }
  }

  @Test
  void anyNumberIsBorne() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      client.chat(stream(), "X-Simulate: slow-first-token=999999999999999");
      assertThat(new String(client.read(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");
      assertThat(ask(simulator, stream(), "X-Simulate: rate=999999999999999").body())
          .endsWith("data: [DONE]\n\n");
    }
  }
}

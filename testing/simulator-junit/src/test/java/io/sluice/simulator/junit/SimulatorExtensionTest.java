package io.sluice.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionTest {

  private static int portOfTheLastTest;

  @RegisterExtension
  final SimulatorExtension faulty =
      SimulatorExtension.of(Simulator.builder().fault(Fault.parse("status=503")));

  @AfterAll
  static void nothingListensAfterTheTests() {
    assertThat(portOfTheLastTest).isPositive();
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), portOfTheLastTest).close());
  }

  @Test
  void aParameterIsTheSameSimulator(Simulator simulator) {
    portOfTheLastTest = simulator.port();
    assertThat(simulator).isSameAs(faulty.simulator());
  }

  @Test
  void aFieldIsASimulatorAsItsBuilderMakesIt() throws IOException, InterruptedException {
    portOfTheLastTest = faulty.simulator().port();
    assertThat(ask(faulty.baseUrl())).isEqualTo(503);
  }

  @Test
  void outsideATestThereIsNone() {
    portOfTheLastTest = faulty.simulator().port();
    assertThatIllegalStateException()
        .isThrownBy(new SimulatorExtension()::simulator)
        .withMessage("no test is running; register this with @RegisterExtension");
  }

  static int ask(URI baseUrl) throws IOException, InterruptedException {
    String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}

package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run waits for, told as long as it does: each of these waits outlasts the test. */
class PhaseEventsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}}";

  @ParameterizedTest
  @CsvSource({"no-headers,connecting", "stall=0,waiting", "retry-after=25,retrying"})
  void whatARunWaitsForIsTold(String fault, String phase) throws IOException {
    try (Simulator model = Simulator.builder().fault(Fault.parse(fault)).start();
        NettyTransport transport = NettyTransport.open(Endpoint.of(model.baseUrl().toString()));
        Server server = Server.builder("model", transport).start()) {
      String reply = SocketClient.ask(server, "POST /api/runs", ORDER);
      String id =
          JsonObject.read(reply.substring(reply.indexOf("\r\n\r\n"))).string("id").orElseThrow();
      try (SocketClient viewer = SocketClient.to(server)) {
        viewer.send(SocketClient.head(server, "GET /api/events?run=" + id) + "\r\n");

        assertThat(viewer.until("\"phase\":\"" + phase + "\",\"since_ms\":"))
            .endsWith(
                "event: phase\ndata: {\"run\":\""
                    + id
                    + "\",\"phase\":\""
                    + phase
                    + "\",\"since_ms\":");
      }
    }
  }
}

package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SseEmitterSinkTest {

  private static final ChatRequest REQUEST = ChatRequest.of("sluice-offline", "Say hello.");

  private final RecordingEmitter emitter = new RecordingEmitter();

  @Test
  void eachChunkIsAnEventAndTheLastOneSaysHowItEnded() {
    runWith(ScriptedTransport.answering(" Hello", " there"));

    assertThat(emitter.sent()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(emitter.sent().get(1)).startsWith("data:{").contains("\" Hello\"").endsWith("\n\n");
    assertThat(emitter.sent()).last().isEqualTo("event:end\ndata:{\"status\":\"completed\"}\n\n");
    assertThat(emitter.completed().getCount()).isZero();
  }

  @Test
  void aTruncatedAnswerSaysSo() {
    var transport = ScriptedTransport.playing(AnswerScript.silence().text("Hello").cut());
    assertThatThrownBy(() -> runWith(transport)).isInstanceOf(StreamException.class);

    assertThat(emitter.sent()).last().asString().contains("\"status\":\"truncated\"");
  }

  @Test
  void aClientThatLeavesInSilenceStopsTheRun() throws Exception {
    try (Simulator server = Simulator.builder().fault(Fault.parse("stall=2")).start();
        NettyTransport transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      SseEmitterSink sink = SseEmitterSink.to(emitter).heartbeat(Duration.ofMillis(100));
      Run run = Pipeline.from(transport).to("browser", sink).build().start(REQUEST);
      emitter.leave();

      PipelineResult result = run.result().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(result.outcome().status()).isNotEqualTo(Status.COMPLETED);
      assertThat(result.sinkFailures()).hasSize(1);
    }
  }

  @Test
  void commentsKeepASilentConnectionAlive() throws Exception {
    try (Simulator server = Simulator.builder().fault(Fault.parse("slow-first-token=700")).start();
        NettyTransport transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      Pipeline.from(transport)
          .to("browser", SseEmitterSink.to(emitter).heartbeat(Duration.ofMillis(100)))
          .build()
          .run(REQUEST);
    }

    assertThat(emitter.sent()).first().isEqualTo(":\n\n");
  }

  private void runWith(ChatTransport transport) {
    Pipeline.from(transport).to("browser", SseEmitterSink.to(emitter)).build().run(REQUEST);
  }
}

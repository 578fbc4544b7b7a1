package io.sluice.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.exception.InvalidRequestException;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatTransport;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SluiceStreamingChatModelTest {

  private final RecordedResponse response = new RecordedResponse();

  @Test
  void textAndThinkingComeInPieces() throws Exception {
    AnswerScript script =
        AnswerScript.of(Chunks.reasoning("Hm."), Chunks.text("Hello"))
            .text(" there")
            .chunk(Chunks.finish())
            .done();
    model(ScriptedTransport.playing(script)).chat("Say hello.", response);

    assertThat(response.ended()).isEqualTo("complete");
    assertThat(response.calls()).containsExactly("thinking Hm.", "text Hello", "text  there");
    assertThat(response.complete().aiMessage().text()).isEqualTo("Hello there");
    assertThat(response.complete().aiMessage().thinking()).isEqualTo("Hm.");
  }

  @Test
  void aTruncatedAnswerIsAnErrorWithWhatWasReceived() throws Exception {
    AnswerScript script = AnswerScript.silence().text("Hello th").cut();
    model(ScriptedTransport.playing(script)).chat("Say hello.", response);

    assertThat(response.ended()).isEqualTo("error");
    assertThat(response.error())
        .isInstanceOfSatisfying(
            TruncatedAnswerException.class,
            cut -> assertThat(cut.received().aiMessage().text()).isEqualTo("Hello th"));
  }

  @Test
  void cancellingClosesTheConnectionAndNothingFollows() throws Exception {
    try (Simulator server = Simulator.builder().rate(20).start();
        NettyTransport transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      response.cancelAfter(1);
      model(transport).chat("Tell me a long story.", response);
      response.awaitCancel();
      while (server.openConnections() > 0) {
        Thread.onSpinWait();
      }
    }

    assertThat(response.calls()).hasSize(1);
    assertThat(response.hasEnded()).isFalse();
  }

  @Test
  void aRequestThatCannotBeExpressedIsAnError() throws Exception {
    SluiceStreamingChatModel.builder(ScriptedTransport.answering("Hello"))
        .build()
        .chat("Say hello.", response);

    assertThat(response.ended()).isEqualTo("error");
    assertThat(response.error()).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anExecutorThatRefusesIsAnError() throws Exception {
    SluiceStreamingChatModel.builder(ScriptedTransport.answering("Hello"))
        .modelName("any")
        .executor(
            task -> {
              throw new RejectedExecutionException("full");
            })
        .build()
        .chat("Say hello.", response);

    assertThat(response.ended()).isEqualTo("error");
  }

  private static SluiceStreamingChatModel model(ChatTransport transport) {
    return SluiceStreamingChatModel.builder(transport).modelName("sluice-offline").build();
  }
}

package io.sluice.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.output.FinishReason;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SluiceChatModelTest {

  private static final StreamOptions ONCE =
      StreamOptions.defaults()
          .retries(Retries.none())
          .timeouts(Timeouts.defaults().firstToken(Duration.ofMillis(200)));

  @Test
  void theOfflineModelAnswers() {
    try (Simulator server = Simulator.start();
        NettyTransport transport = open(server)) {
      var model = SluiceChatModel.builder(transport).modelName("sluice-offline").build();
      var response = model.chat(UserMessage.from("Say hello."));

      assertThat(response.aiMessage().text()).isNotBlank();
      assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(response.tokenUsage().outputTokenCount()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "status=401, AuthenticationException",
    "status=404, ModelNotFoundException",
    "status=429, RateLimitException",
    "quota, RateLimitException",
    "status=400, InvalidRequestException",
    "status=500, InternalServerException",
    "status=503, InternalServerException",
    "stall=0, TimeoutException",
    "end=2, TruncatedAnswerException",
  })
  void eachFailureIsTheExceptionThatSaysTheSame(String fault, String exception) {
    try (Simulator server = Simulator.builder().fault(Fault.parse(fault)).start();
        NettyTransport transport = open(server)) {
      var model =
          SluiceChatModel.builder(transport).modelName("sluice-offline").options(ONCE).build();

      var thrown = catchThrowableOfType(LangChain4jException.class, () -> model.chat("Say hello."));

      assertThat(thrown.getClass().getSimpleName()).isEqualTo(exception);
      assertThat(thrown).hasCauseInstanceOf(StreamException.class);
      assertThat(thrown.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void aTruncatedAnswerHasWhatWasReceived() {
    var transport = ScriptedTransport.playing(AnswerScript.silence().text("Hello th").cut());
    var model = SluiceChatModel.builder(transport).modelName("any").build();

    assertThatExceptionOfType(TruncatedAnswerException.class)
        .isThrownBy(() -> model.chat("Say hello."))
        .satisfies(
            cut -> {
              assertThat(cut.received().aiMessage().text()).isEqualTo("Hello th");
              assertThat(cut.received().finishReason()).isNull();
              assertThat(cut.outcome().chunks()).isEqualTo(1);
            });
  }

  @Test
  void aRequestWithoutAModelIsInvalid() {
    var model = SluiceChatModel.builder(ScriptedTransport.answering("Hello")).build();

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> model.chat("Say hello."))
        .withMessageContaining("set modelName");
  }

  @Test
  void theProviderIsKnownByTheServer() {
    try (NettyTransport openAi = NettyTransport.open(Endpoint.of("https://api.openai.com/v1"));
        NettyTransport other = NettyTransport.open(Endpoint.of("http://127.0.0.1:1/v1"))) {
      assertThat(SluiceChatModel.builder(openAi).build().provider())
          .isEqualTo(ModelProvider.OPEN_AI);
      assertThat(SluiceChatModel.builder(other).build().provider()).isEqualTo(ModelProvider.OTHER);
    }
  }

  private static NettyTransport open(Simulator server) {
    return NettyTransport.open(Endpoint.of(server.baseUrl().toString()));
  }
}

package io.sluice.sinks.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Prices;
import io.sluice.chat.Usage;
import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import io.sluice.tokens.AnswerTokens;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ChoiceTokens;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSinkTest {

  private static final ChatRequest HELLO = ChatRequest.of("gpt-4o", "Hello");
  private static final Usage USAGE =
      Usage.builder(new Json("{\"prompt_tokens\":8,\"completion_tokens\":11}"))
          .promptTokens(8)
          .completionTokens(11)
          .build();

  private final List<TokenReport> reports = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void whateverTheEndIsOneReportIsMade(Status status) throws IOException {
    Answer.to(HELLO).of("Hello").run(sink(), status);

    assertThat(reports)
        .containsExactly(
            new TokenReport(
                ModelEncoding.of("gpt-4o"),
                Optional.of(new PromptTokens(ModelEncoding.of("gpt-4o")).count(HELLO)),
                new AnswerTokens(List.of(new ChoiceTokens(0, 1, 0, 0, 0))),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void wordCutBetweenDeltasIsCountedWhole() throws IOException {
    Answer.to(HELLO).of("H", "e", "l", "l", "o").run(sink(), Status.COMPLETED);

    assertThat(reports.get(0).completion().tokens()).isEqualTo(1);
  }

  @Test
  void recordWithoutItsRequestIsCountedByTheModelThatAnswers() throws IOException {
    new Answer().by("gpt-4-0613").of("Hello").run(sink(), Status.COMPLETED);

    assertThat(reports.get(0).model().encoding()).isEqualTo(TokenEncoding.CL100K_BASE);
    assertThat(reports.get(0).prompt()).isEmpty();
    assertThat(reports.get(0).total()).isEqualTo(new TokenCount(1, Basis.EXACT));
  }

  @Test
  void modelThatAnswersExplainsADeploymentOfAnyName() throws IOException {
    Answer.to(ChatRequest.of("team-blue", "Hello"))
        .by("gpt-4o-2024-08-06")
        .of("Hello")
        .run(sink(), Status.COMPLETED);

    assertThat(reports.get(0).total().basis()).isEqualTo(Basis.EXACT);
  }

  @Test
  void answerThatNeverCameCostsNothing() throws IOException {
    Answer.to(HELLO).run(sink(), Status.FAILED);

    assertThat(reports.get(0).completion().tokens()).isZero();
  }

  @Test
  void chosenEncodingIsTakenAtItsWord() throws IOException {
    Answer.to(ChatRequest.of("mistral", "Hello"))
        .of("Hello")
        .run(sink().encoding(TokenEncoding.CL100K_BASE), Status.COMPLETED);

    assertThat(reports.get(0).model().encoding()).isEqualTo(TokenEncoding.CL100K_BASE);
    assertThat(reports.get(0).completion().basis()).isEqualTo(Basis.EXACT);
    assertThat(reports.get(0).total().basis()).isEqualTo(Basis.ESTIMATED);
  }

  @Test
  void liveCountIsThatOfTheTextSoFar() throws IOException {
    List<Long> soFar = new ArrayList<>();
    Answer.to(HELLO)
        .of("Hel", "lo", "", " water", " still")
        .run(sink().counting(2, soFar::add), Status.COMPLETED);

    assertThat(soFar).containsExactly(1L, 3L);
    assertThat(reports.get(0).completion().tokens()).isEqualTo(3);
  }

  @Test
  void stepBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sink().counting(0, count -> {}))
        .withMessage("every is 0; use 1 or more");
  }

  @Test
  void tableSetsBothCountsSideBySide() throws IOException {
    assertThat(printed(TokenSink::printing, Answer.to(HELLO).of("Hello").with(USAGE)))
        .isEqualTo(
            """
            tokens        counted   reported difference
            prompt              8          8          0
            completion          1         11        -10
            total               9         19        -10
            counted with o200k_base
            """);
  }

  @Test
  void tableSaysWhatIsMissingAndWhatIsEstimated() throws IOException {
    assertThat(printed(TokenSink::printing, new Answer().by("mistral").of("Hello")))
        .isEqualTo(
            """
            tokens        counted   reported difference
            completion          1          -          -
            counted with o200k_base (estimated)
            """);
  }

  @Test
  void jsonSaysTheSameOnOneLine() throws IOException {
    assertThat(printed(TokenSink::printingJson, Answer.to(HELLO).of("Hello").with(USAGE)))
        .isEqualTo(
            "{\"prompt\":8,\"completion\":1,\"total\":9,\"encoding\":\"o200k_base\","
                + "\"basis\":\"exact\",\"rule\":\"gpt-4o\","
                + "\"reported\":{\"prompt\":8,\"completion\":11,\"total\":19},"
                + "\"difference\":{\"prompt\":0,\"completion\":-10,\"total\":-10}}\n");
    assertThat(printed(TokenSink::printingJson, new Answer().by("gpt-4o").of("Hello")))
        .isEqualTo(
            "{\"completion\":1,\"total\":1,\"encoding\":\"o200k_base\",\"basis\":\"exact\"}\n");
  }

  @Test
  void kindsBesideTextAreNamed() throws IOException {
    Answer answer =
        Answer.to(HELLO)
            .with(new Delta.Reasoning(0, "Hello water"), new Delta.Refusal(0, "Hello"))
            .with(new Delta.ToolCall(0, 0, "1", "clock", "{}", Map.of()));

    assertThat(printed(TokenSink::printing, answer))
        .isEqualTo(
            """
            tokens        counted   reported difference
            prompt              8          -          -
            completion          4          -          -
              reasoning         2
              refusal           1
              arguments         1
            total              12          -          -
            counted with o200k_base (estimated)
            """);
  }

  @Test
  void costIsThatOfTheServersFiguresAndElseOfOurs() throws IOException {
    var prices = Prices.parse("2.5/10");
    Answer.to(HELLO).of("Hello").run(sink().prices(prices), Status.COMPLETED);
    Answer.to(HELLO).of("Hello").with(USAGE).run(sink().prices(prices), Status.COMPLETED);

    assertThat(reports.get(0).cost())
        .contains(new Cost(new BigDecimal("0.00003"), Optional.empty(), false));
    assertThat(reports.get(1).cost())
        .contains(new Cost(new BigDecimal("0.00013"), Optional.empty(), true));
    assertThat(reports.get(1).text()).endsWith("cost of the reported tokens: 0.00013\n");
    assertThat(reports.get(1).json().text())
        .endsWith(",\"cost\":{\"amount\":0.00013,\"of\":\"reported\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt_tokens_details\":{\"cached_tokens\":6}",
        "\"input_tokens_details\":{\"cached_tokens\":6}",
        "\"prompt_cache_hit_tokens\":6",
        "\"cache_read_input_tokens\":6",
        "\"prompt_tokens_details\":{\"cached_tokens\":6},\"prompt_cache_hit_tokens\":0"
      })
  void tokensThatCameFromACacheHaveTheirOwnPrice(String figure) throws IOException {
    var prices = Prices.parse("2/8").cached(new BigDecimal("0.5")).in("USD");
    Usage usage =
        Usage.builder(new Json("{\"prompt_tokens\":8," + figure + "}"))
            .promptTokens(8)
            .completionTokens(1)
            .build();
    Answer.to(HELLO).of("Hello").with(usage).run(sink().prices(prices), Status.COMPLETED);

    assertThat(reports.get(0).cost().orElseThrow().text()).isEqualTo("0.000015 USD");
  }

  @Test
  void outputThatTakesNothingIsNoticed() {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                Answer.to(HELLO)
                    .of("Hello")
                    .run(
                        TokenSink.printing(new PrintStream(broken, false, UTF_8)),
                        Status.COMPLETED));
  }

  private TokenSink sink() {
    return TokenSink.reporting(reports::add);
  }

  private String printed(
      java.util.function.Function<PrintStream, TokenSink> printing, Answer answer)
      throws IOException {
    var out = new ByteArrayOutputStream();
    answer.run(printing.apply(new PrintStream(out, false, UTF_8)), Status.COMPLETED);
    return out.toString(UTF_8);
  }
}

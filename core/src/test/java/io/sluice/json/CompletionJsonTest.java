package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionJsonTest {

  @Test
  void anAnswerOfWhichNothingCameHasAnEmptyMessage() {
    assertThat(CompletionJson.write(Completion.empty()))
        .isEqualTo(
            "{\"id\":\"\",\"object\":\"chat.completion\",\"created\":0,\"model\":\"\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
                + "\"finish_reason\":null}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'in':1.0,'out':2} |"
            + " {'prompt_tokens':1,'completion_tokens':2,'total_tokens':3,'in':1.0,'out':2}",
        "{'in':1,'total_tokens':9} | {'in':1,'total_tokens':9}"
      })
  void figuresUnderNamesOfTheServersOwnStandUnderTheUsualOnesToo(String said, String written) {
    Completion completion =
        costing(
            Usage.builder(new Json(said.replace('\'', '"'))).promptTokens(1).completionTokens(2));

    assertThat(CompletionJson.write(completion).replace('"', '\''))
        .endsWith(",'usage':" + written + "}");
  }

  @Test
  void figuresThatNobodyUnderstoodStayAsTheyAre() {
    Completion completion = costing(Usage.builder(new Json("{\"cost\":1}")));

    assertThat(CompletionJson.write(completion)).endsWith(",\"usage\":{\"cost\":1}}");
  }

  @Test
  void everythingStandsWhereItStoodInTheStream() {
    var message =
        Message.builder(Role.ASSISTANT)
            .reasoning("hm")
            .refusal("no")
            .toolCalls(List.of(ToolCall.of("c", "f", "{\"a\":1}")))
            .functionCall(ToolCall.of("", "g", ""))
            .with("annotations", new Json("[1]"))
            .build();
    var choice =
        new Choice(0, message, Optional.of(FinishReason.STOP), Map.of("logprobs", new Json("{}")));
    var completion =
        Completion.builder()
            .id("id")
            .model("m")
            .created(Instant.ofEpochSecond(7))
            .choices(List.of(choice))
            .usage(Usage.builder(new Json("{\"total_tokens\":3}")).totalTokens(3).build())
            .other(Map.of("provider", new Json("\"p\"")))
            .build();

    assertThat(CompletionJson.write(completion))
        .isEqualTo(
            "{\"id\":\"id\",\"object\":\"chat.completion\",\"created\":7,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,"
                + "\"reasoning_content\":\"hm\",\"refusal\":\"no\",\"tool_calls\":[{\"id\":\"c\","
                + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
                + "\"{\\\"a\\\":1}\"}}],\"function_call\":{\"name\":\"g\",\"arguments\":\"\"},"
                + "\"annotations\":[1]},\"finish_reason\":\"stop\",\"logprobs\":{}}],"
                + "\"usage\":{\"total_tokens\":3},\"provider\":\"p\"}");
  }

  @Test
  void addedMembersWinOverUnmodelledOnesAndNoNameRepeats() {
    var completion =
        Completion.builder().other(Map.of("sluice", new Json("1"), "model", new Json("2"))).build();

    assertThat(CompletionJson.write(completion, Map.of("sluice", new Json("{}"))))
        .contains("\"sluice\":{}", "\"model\":\"\"")
        .doesNotContain("\"sluice\":1", "\"model\":2");
  }

  @Test
  void whatWasWrittenIsReadAsItWas() {
    var calls = List.of(ToolCall.of("c", "f", "{}"), ToolCall.of("d", "f", "{}"));
    var calling =
        Message.builder(Role.ASSISTANT)
            .reasoning("hm")
            .toolCalls(calls)
            .with("content_parts", new Json("[{\"type\":\"image\"}]"))
            .build();
    var usage = "{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3,\"details\":{}}";
    var completion =
        Completion.builder()
            .id("id")
            .model("m")
            .created(Instant.ofEpochSecond(7))
            .choices(
                List.of(
                    new Choice(0, calling, Optional.of(FinishReason.TOOL_CALLS), Map.of()),
                    new Choice(
                        1,
                        Message.assistant("Hi"),
                        Optional.empty(),
                        Map.of("logprobs", new Json("{}")))))
            .usage(
                Usage.builder(new Json(usage))
                    .promptTokens(1)
                    .completionTokens(2)
                    .totalTokens(3)
                    .build())
            .other(Map.of("provider", new Json("\"p\"")))
            .build();

    assertThat(CompletionJson.read(CompletionJson.write(completion))).isEqualTo(completion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'choices':[} | malformed JSON at character 13",
        "7             | JSON that is not an object",
        "{'id':'x'}    | a completion without choices"
      })
  void textThatIsNoCompletionIsRefused(String text, String message) {
    assertThatThrownBy(() -> CompletionJson.read(text.replace('\'', '"')))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }

  private static Completion costing(Usage.Builder usage) {
    return Completion.builder().usage(usage.build()).build();
  }
}

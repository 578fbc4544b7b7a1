package io.sluice.dialects.anthropic;

import static io.sluice.dialects.anthropic.WrittenBody.messages;
import static io.sluice.dialects.anthropic.WrittenBody.quoted;
import static io.sluice.dialects.anthropic.WrittenBody.refused;
import static io.sluice.dialects.anthropic.WrittenBody.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import io.sluice.stream.StreamOptions.Form;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyTest {

  @Test
  void aPromptIsAMessageWithTheLimitThatAnthropicDemands() {
    assertThat(RequestBody.write(ChatRequest.of("m", "hi"), Form.STREAMED))
        .isEqualTo(
            quoted(
                "{'model':'m','max_tokens':4096,'messages':[{'role':'user','content':'hi'}],"
                    + "'stream':true}"));
    assertThat(RequestBody.write(ChatRequest.of("m", "hi"), Form.WHOLE)).doesNotContain("stream");
  }

  @Test
  void settingsGetAnthropicsNames() {
    assertThat(
            said(
                request ->
                    request
                        .system("be brief")
                        .user("hi")
                        .maxTokens(7)
                        .temperature(0.5)
                        .topP(0.25)
                        .choices(1)
                        .stop("x")
                        .stop("y")
                        .tool(new Tool("f", "does", new Json("{\"type\":\"object\"}")))
                        .tool(new Tool("g", "", new Json("{}")))))
        .isEqualTo(
            "{'model':'m','max_tokens':7,'system':'be brief',"
                + "'messages':[{'role':'user','content':'hi'}],"
                + "'tools':[{'name':'f','description':'does','input_schema':{'type':'object'}},"
                + "{'name':'g','input_schema':{}}],"
                + "'temperature':0.5,'top_p':0.25,'stop_sequences':['x','y']}");
  }

  @Test
  void unmodelledFieldsPassThroughAndWin() {
    assertThat(
            said(
                request ->
                    request
                        .user("hi")
                        .with("max_tokens", new Json("9"))
                        .with("thinking", new Json("{\"type\":\"enabled\"}"))))
        .isEqualTo(
            "{'model':'m','messages':[{'role':'user','content':'hi'}],"
                + "'max_tokens':9,'thinking':{'type':'enabled'}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'auto' | {'type':'auto'}",
        "'required' | {'type':'any'}",
        "'none' | {'type':'none'}",
        "{'type':'function','function':{'name':'f'}} | {'type':'tool','name':'f'}",
        "{'type':'tool','name':'f'} | {'type':'tool','name':'f'}"
      })
  void aChoiceOfToolsIsSaidInAnthropicsWay(String given, String written) {
    assertThat(said(r -> r.user("hi").with("tool_choice", new Json(quoted(given)))))
        .endsWith("'tool_choice':" + written + "}");
  }

  @Test
  void severalSystemMessagesStayApart() {
    assertThat(said(r -> r.system("a").message(Message.of(Role.DEVELOPER, "b")).user("hi")))
        .contains("'system':[{'type':'text','text':'a'},{'type':'text','text':'b'}],");
  }

  @Test
  void toolsAndTheirResultsBecomeBlocksOfAlternatingTurns() {
    var calls =
        Message.assistant("let me see").toBuilder()
            .toolCalls(List.of(ToolCall.of("t1", "f", "{\"a\": 1}"), ToolCall.of("t2", "g", "")))
            .build();

    assertThat(
            messages(
                Message.user("hi"),
                calls,
                Message.tool("t1", "one"),
                Message.tool("t2", "two").with("is_error", new Json("true")),
                Message.user("and?")))
        .isEqualTo(
            "[{'role':'user','content':'hi'},"
                + "{'role':'assistant','content':[{'type':'text','text':'let me see'},"
                + "{'type':'tool_use','id':'t1','name':'f','input':{'a': 1}},"
                + "{'type':'tool_use','id':'t2','name':'g','input':{}}]},"
                + "{'role':'user','content':["
                + "{'type':'tool_result','tool_use_id':'t1','content':'one'},"
                + "{'type':'tool_result','tool_use_id':'t2','content':'two','is_error':true},"
                + "{'type':'text','text':'and?'}]}]");
  }

  @Test
  void contentMadeOfPartsIsSentAsItIs() {
    String parts = "[{\"type\":\"image\",\"source\":{}},{\"type\":\"text\",\"text\":\"what?\"}]";

    assertThat(messages(Message.user("").with("content", new Json(parts))))
        .isEqualTo("[{'role':'user','content':" + parts.replace('"', '\'') + "}]");
    assertThat(messages(Message.user("").with("content", new Json("\"as text\""))))
        .isEqualTo("[{'role':'user','content':'as text'}]");
  }

  @Test
  void anAnswerIsSentBackWithItsThinkingUnchanged() {
    String thinking = "{'type':'thinking','thinking':'hm','signature':'s'}";
    var answer =
        Message.assistant("4").toBuilder()
            .reasoning("hm")
            .with("content_parts", new Json(quoted("[" + thinking + "]")))
            .with("annotations", new Json(quoted("[{'type':'char_location'}]")))
            .build();

    assertThat(messages(Message.user("2+2"), answer))
        .endsWith(
            "{'role':'assistant','content':["
                + thinking
                + ",{'type':'text','text':'4','citations':[{'type':'char_location'}]}]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n | 2 | n is 2, which Anthropic cannot be told; ask several times",
        "seed | 7 | seed is 7, which Anthropic cannot be told; leave it out",
        "logprobs | true | logprobs is true, which Anthropic cannot be told; leave it out",
        "response_format | {} | response_format is {}, which Anthropic cannot be told; give it a"
            + " json_schema, or ask for a tool call",
        "reasoning_effort | \"minimal\" | reasoning_effort is \"minimal\", which Anthropic cannot"
            + " be told; use low, medium, high or max",
        "reasoning_effort | 7 | reasoning_effort is 7, which Anthropic cannot be told; use low,"
            + " medium, high or max",
        "stop | [] | stop is [], which Anthropic cannot be told; use stop_sequences"
      })
  void whatOnlyOpenAiCanBeToldIsRefused(String name, String value, String complaint) {
    refused(complaint, r -> r.user("hi").with(name, new Json(value)));
  }

  @Test
  void aSchemaAndAnEffortArePartsOfTheOutputConfig() {
    assertThat(
            said(
                r ->
                    r.user("hi")
                        .with("reasoning_effort", new Json("\"high\""))
                        .with("output_config", new Json("{\"task_budget\":1}"))
                        .with("top_k", new Json("5"))
                        .with(
                            "response_format",
                            new Json(
                                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"strict\":true,"
                                    + "\"schema\":{\"type\":\"object\"}}}"))))
        .endsWith(
            "'output_config':{'format':{'type':'json_schema','schema':{'type':'object'}},"
                + "'effort':'high','task_budget':1},'top_k':5}");
  }

  @Test
  void theSameInBothFormsIsRefused() {
    refused(
        "reasoning_effort and output_config.effort say the same; leave one of them",
        r ->
            r.user("hi")
                .with("reasoning_effort", new Json("\"high\""))
                .with("output_config", new Json("{\"effort\":\"low\"}")));
    refused(
        "output_config is 7, which Anthropic cannot be told; give it an object",
        r ->
            r.user("hi")
                .with("reasoning_effort", new Json("\"high\""))
                .with("output_config", new Json("7")));
  }

  @Test
  void modelledSettingsThatAnthropicLacksAreRefused() {
    refused(
        "n is 2, but Anthropic gives one answer a request; ask several times",
        r -> r.user("hi").choices(2));
    refused("seed is 7, which Anthropic cannot be told; leave it out", r -> r.user("hi").seed(7));
    refused(
        "temperature is 1.5, but Anthropic goes up to 1; use 0 to 1",
        r -> r.user("hi").temperature(1.5));
  }

  @Test
  void messagesThatAnthropicHasNoPlaceForAreRefusedByTheirNumber() {
    refused(
        "message 2: the system speaks behind others, which Anthropic cannot be told; put it first",
        r -> r.user("hi").system("late"));
    refused(
        "message 1: role 'critic' is none of Anthropic's; use system, user, assistant or tool",
        r -> r.message(Message.of(new Role("critic"), "hm")));
    refused(
        "message 1: a tool's result lacks its tool_call_id; add the id of the call",
        r -> r.message(Message.of(Role.TOOL, "one")));
    refused(
        "message 1: Anthropic has no place for 'name' in a message; leave it out",
        r -> r.message(Message.user("hi").with("name", new Json("\"anna\""))));
    refused(
        "message 1: Anthropic has no place for 'tool_call_id' in a message; leave it out",
        r -> r.message(Message.user("hi").toBuilder().toolCallId("t1").build()));
    refused(
        "message 1: its reasoning lacks the signature that Anthropic demands; leave the reasoning"
            + " out",
        r -> r.message(Message.builder(Role.USER).reasoning("hm").build()));
    refused(
        "message 1: function_call 'f' has no id; make it a tool call",
        r -> r.message(calling(b -> b.functionCall(ToolCall.of("", "f", "{}")))));
    refused(
        "message 1: the arguments of tool call 'f' are no JSON object; correct them",
        r -> r.message(calling(b -> b.toolCalls(List.of(ToolCall.of("t", "f", "{\"a"))))));
  }

  private static Message calling(UnaryOperator<Message.Builder> calls) {
    return calls.apply(Message.builder(Role.ASSISTANT)).build();
  }
}

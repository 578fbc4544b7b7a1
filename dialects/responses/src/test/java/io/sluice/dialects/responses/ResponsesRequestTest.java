package io.sluice.dialects.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsesRequestTest {

  private static final ToolCall CALL = ToolCall.of("c1", "f", "{\"x\":1}");

  @Test
  void aConversationBecomesItems() {
    ChatRequest request =
        ChatRequest.builder("m")
            .system("be brief")
            .user("hi")
            .message(
                Message.builder(Role.ASSISTANT).content("I call").toolCalls(List.of(CALL)).build())
            .message(Message.tool("c1", "2"))
            .maxTokens(20)
            .build();

    assertThat(Calls.body(request))
        .isEqualTo(
            "{'model':'m','input':[{'role':'system','content':'be brief'},"
                + "{'role':'user','content':'hi'},"
                + "{'type':'message','role':'assistant',"
                + "'content':[{'type':'output_text','text':'I call'}]},"
                + "{'type':'function_call','call_id':'c1','name':'f','arguments':'{\\'x\\':1}'},"
                + "{'type':'function_call_output','call_id':'c1','output':'2'}],"
                + "'max_output_tokens':20,'stream':true}");
  }

  @Test
  void toolsAreFlatAndSayWhetherTheyAreStrict() {
    ChatRequest request =
        ChatRequest.builder("m")
            .user("hi")
            .tool(new Tool("f", "does", new Json("{}")))
            .with("tool_choice", new Json("{\"type\":\"function\",\"function\":{\"name\":\"f\"}}"))
            .build();

    assertThat(Calls.body(request))
        .contains(
            "'tools':[{'type':'function','name':'f','description':'does','parameters':{},"
                + "'strict':false}],'tool_choice':{'type':'function','name':'f'}");
  }

  @Test
  void anAnswerGoesBackInItsOrder() {
    Message answer =
        Message.builder(Role.ASSISTANT)
            .content("ab")
            .toolCalls(List.of(CALL))
            .with("content_parts", new Json("[{\"type\":\"reasoning\",\"id\":\"r\"}]"))
            .with(
                "content_order",
                new Json(
                    "{\"responses\":[{\"text\":1},{\"part\":true},{\"call\":true},{\"text\":1}]}"))
            .build();

    assertThat(Calls.body(ChatRequest.builder("m").user("q").message(answer).user("r").build()))
        .containsSubsequence("'text':'a'", "'type':'reasoning'", "'call_id':'c1'", "'text':'b'");
  }

  @Test
  void partsOfAnotherDialectStayBehind() {
    Message answer =
        Message.assistant("a")
            .with("content_parts", new Json("[{\"executableCode\":{}}]"))
            .with("content_order", new Json("{\"gemini\":[{\"part\":true},{\"text\":1}]}"));

    assertThat(Calls.body(ChatRequest.builder("m").user("q").message(answer).user("r").build()))
        .contains("'text':'a'")
        .doesNotContain("executableCode", "content_order");
  }

  @Test
  void theServersHistoryIsNotSentAgain() {
    ChatRequest request =
        ChatRequest.builder("m")
            .system("s")
            .user("old")
            .message(Message.assistant("answer"))
            .user("new")
            .with("previous_response_id", new Json("\"resp_1\""))
            .build();

    assertThat(Calls.body(request))
        .contains("'input':[{'role':'user','content':'new'}]", "'previous_response_id':'resp_1'");
  }

  @Test
  void formAndThoughtHaveObjectsOfTheirOwn() {
    ChatRequest request =
        ChatRequest.builder("m")
            .user("hi")
            .with(
                "response_format",
                new Json(
                    "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{}}}"))
            .with("reasoning_effort", new Json("\"low\""))
            .with("store", new Json("false"))
            .build();

    assertThat(Calls.body(request))
        .contains(
            "'reasoning':{'effort':'low'}",
            "'text':{'format':{'type':'json_schema','name':'n','schema':{}}}",
            "'include':['reasoning.encrypted_content']");
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calls.body(ChatRequest.builder("m").user("q").seed(1).build()))
        .withMessage("seed is 1, which OpenAI's Responses cannot be told; leave it out");
  }
}

package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.stream.StreamOptions.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a conversation that goes on, its own or another server's. */
class AnsweredTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'thinking','thinking':'hm','signature':'s'}",
        "{'type':'thinking','thinking':'','signature':'s'}",
        "{'type':'redacted_thinking','data':'x'}",
        "{'type':'server_tool_use','id':'s','name':'web_search','input':{}}",
        "{'type':'mcp_tool_use','id':'m'}",
        "{'type':'mcp_tool_result','tool_use_id':'m'}",
        "{'type':'text_editor_code_execution_tool_result','tool_use_id':'s'}",
        "{'type':'compaction','content':'so far'}",
        "{'type':'fallback'}",
        "{'type':'container_upload','file_id':'f'}"
      })
  void blocksOfAnthropicsAreSaidAgain(String block) {
    assertThat(said(Message.of(Role.ASSISTANT, "4"), "content_parts", "[" + block + "]"))
        .isEqualTo("[" + block + ",{'type':'text','text':'4'}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'reference','reference_ids':[1]}",
        "{'type':'image_url','image_url':{'url':'http://localhost/'}}",
        "{'type':'thinking','thinking':[{'type':'text','text':'hm'}]}",
        "{'type':'thinking','thinking':'hm'}",
        "{'type':'thinking','thinking':'hm','signature':''}",
        "{'type':'reasoning','summary':[]}",
        "{'type':'text','text':'4'}",
        "{'executable_code':{}}",
        "{'type':'server_tool_use','id':'s','name':'f','input':'{','unfinished':true}",
        "{'type':'thinking','thinking':'hm','signature':'s','unfinished':true}",
        "'words'"
      })
  void partsOfOthersAndUnfinishedBlocksAreLeftOut(String part) {
    assertThat(said(Message.of(Role.ASSISTANT, "4"), "content_parts", "[" + part + "]"))
        .isEqualTo("'4'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reasoning_details", "audio", "images", "prefix", "reasoning_content", "logprobs"})
  void fieldsOfOthersAreLeftOut(String field) {
    assertThat(said(Message.of(Role.ASSISTANT, "4"), field, "[{'id':'x'}]")).isEqualTo("'4'");
  }

  @Test
  void onlyCitationsOfAnthropicsAreSaidAgain() {
    String citation = "{'type':'web_search_result_location','cited_text':'x'}";
    String annotation = "{'type':'url_citation','url_citation':{'url':'http://localhost/'}}";

    assertThat(
            said(
                Message.of(Role.ASSISTANT, "4"),
                "annotations",
                "[" + annotation + "," + citation + "]"))
        .isEqualTo("[{'type':'text','text':'4','citations':[" + citation + "]}]");
    assertThat(said(Message.of(Role.ASSISTANT, "4"), "annotations", "[" + annotation + "]"))
        .isEqualTo("'4'");
  }

  @Test
  void ofAToolCallOnlyWhatAnthropicKnowsIsSaidAgain() {
    var call =
        new ToolCall(
            "t",
            "f",
            "{}",
            Map.of(
                "type", json("'custom'"),
                "extra_content", json("{}"),
                "caller", json("{'type':'direct'}")));

    assertThat(content(answer(Optional.of("\n\n"), List.of(call))))
        .isEqualTo(
            "[{'type':'tool_use','id':'t','name':'f','input':{},'caller':{'type':'direct'}}]");
  }

  @Test
  void unsignedReasoningIsLeftOut() {
    Message answer = answer(Optional.of("4"), List.of());

    assertThat(answer.reasoning()).contains("hm");
    assertThat(content(answer)).isEqualTo("'4'");
  }

  @Test
  void anAnswerOfWhichNothingCanBeSaidAgainMakesNoTurn() {
    assertThat(body(Message.user("a"), answer(Optional.empty(), List.of()), Message.user("b")))
        .contains(
            "'messages':[{'role':'user','content':["
                + "{'type':'text','text':'a'},{'type':'text','text':'b'}]}]");
  }

  @Test
  void theUsersOwnFieldsAreStillRefused() {
    Message asked = Message.user("hi").with("reasoning_details", new Json("[]"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> body(asked))
        .withMessage(
            "message 1: Anthropic has no place for 'reasoning_details' in a message; leave it out");
  }

  private static Message answer(Optional<String> text, List<ToolCall> calls) {
    Message.Builder answer = Message.builder(Role.ASSISTANT).reasoning("hm").toolCalls(calls);
    text.ifPresent(answer::content);
    return answer.build();
  }

  /** The content of an answer with this field. */
  private static String said(Message answer, String field, String value) {
    return content(answer.with(field, json(value)));
  }

  private static String content(Message answer) {
    String body = body(Message.user("2+2"), answer);
    String before = "{'role':'assistant','content':";
    int start = body.indexOf(before) + before.length();
    return body.substring(start, body.lastIndexOf("}]}"));
  }

  private static String body(Message... messages) {
    var request = ChatRequest.builder("m");
    List.of(messages).forEach(request::message);
    return RequestBody.write(request.build(), Form.WHOLE).replace('"', '\'');
  }

  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}

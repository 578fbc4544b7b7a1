package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import io.sluice.stream.StreamOptions.Form;
import io.sluice.wire.WireEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the events of one message add up to. */
class MessageFoldTest {

  private static final String START =
      "{'type':'message_start','message':{'id':'m','model':'c','role':'assistant','content':[],"
          + "'usage':{'input_tokens':10,'cache_creation_input_tokens':5,"
          + "'cache_read_input_tokens':20,'output_tokens':1,'server_tool_use':null}}}";
  private static final String STOP = "{'type':'message_stop'}";

  @Test
  void textOfSeveralBlocksIsOneContent() {
    Completion read =
        Heard.of(
                START,
                start(0, "{'type':'text','text':''}"),
                delta(0, "{'type':'text_delta','text':'a'}"),
                stop(0),
                start(1, "{'type':'text','text':''}"),
                delta(1, "{'type':'text_delta','text':'b'}"),
                stop(1),
                end("end_turn"),
                STOP)
            .completion();

    assertThat(read.text()).isEqualTo("ab");
    assertThat(read.id()).isEqualTo("m");
    assertThat(read.model()).isEqualTo("c");
  }

  @Test
  void usageIsTheLastWordOnEachFigureAndCountsTheCache() {
    Completion read =
        Heard.of(
                START,
                START,
                "{'type':'message_delta','delta':{},'usage':{'output_tokens':7}}",
                "{'type':'message_delta','delta':{},'usage':{'output_tokens':9,"
                    + "'input_tokens':null,'server_tool_use':{'web_search_requests':1}}}")
            .completion();

    assertThat(read.usage())
        .contains(
            Usage.builder(
                    new Json(
                        "{'input_tokens':10,'cache_creation_input_tokens':5,".replace('\'', '"')
                            + "\"cache_read_input_tokens\":20,\"output_tokens\":9,"
                            + "\"server_tool_use\":{\"web_search_requests\":1}}"))
                .promptTokens(35)
                .completionTokens(9)
                .totalTokens(44)
                .build());
  }

  @Test
  void callsAreNumberedAmongThemselvesAndInterleave() {
    Completion read =
        Heard.of(
                start(0, "{'type':'text','text':'so'}"),
                start(1, "{'type':'tool_use','id':'t1','name':'f','input':{}}"),
                start(2, "{'type':'tool_use','id':'t2','name':'g','input':{}}"),
                delta(1, "{'type':'input_json_delta','partial_json':''}"),
                delta(
                    1,
                    "{'type':'input_json_delta','partial_json':'{\\'a\\':'}"
                        .replace("\\'", "\\\"")),
                delta(2, "{'type':'input_json_delta','partial_json':'[1'}"),
                delta(1, "{'type':'input_json_delta','partial_json':' 1}'}"),
                stop(1),
                delta(2, "{'type':'input_json_delta','partial_json':']'}"),
                stop(2))
            .completion();

    assertThat(message(read).toolCalls())
        .containsExactly(ToolCall.of("t1", "f", "{\"a\": 1}"), ToolCall.of("t2", "g", "[1]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{} | {}", "{'a':1.0} | {'a':1.0}", "null | {}"})
  void aCallWithoutFragmentsHasTheInputOfItsStart(String input, String arguments) {
    Completion read =
        Heard.of(
                start(0, "{'type':'tool_use','id':'t','name':'f','input':" + input + "}"),
                delta(0, "{'type':'input_json_delta','partial_json':''}"),
                stop(0))
            .completion();

    assertThat(message(read).toolCalls().get(0).arguments().replace('"', '\''))
        .isEqualTo(arguments);
  }

  @Test
  void thinkingIsReasoningAndStaysABlockThatCanBeSentBack() {
    Completion read =
        Heard.of(
                start(0, "{'type':'thinking','thinking':'','signature':''}"),
                delta(0, "{'type':'thinking_delta','thinking':'h'}"),
                delta(0, "{'type':'thinking_delta','thinking':'m'}"),
                delta(0, "{'type':'signature_delta','signature':'s+/='}"),
                stop(0),
                start(1, "{'type':'redacted_thinking','data':'xyz'}"),
                stop(1),
                start(2, "{'type':'text','text':'4'}"),
                stop(2),
                end("end_turn"),
                STOP)
            .completion();

    String parts =
        "{'type':'thinking','thinking':'hm','signature':'s+/='},"
            + "{'type':'redacted_thinking','data':'xyz'}";
    assertThat(message(read).reasoning()).contains("hm");
    assertThat(kept(read)).isEqualTo("[" + parts + "]");
    ChatRequest next = ChatRequest.builder("c").message(message(read)).build();
    assertThat(RequestBody.write(next, Form.WHOLE).replace('"', '\''))
        .contains("'content':[" + parts + ",{'type':'text','text':'4'}]");
  }

  @Test
  void toolsOfTheServerAreKeptWithTheInputThatCameInPieces() {
    Completion read =
        Heard.of(
                start(0, "{'type':'server_tool_use','id':'s','name':'web_search','input':{}}"),
                delta(0, "{'type':'input_json_delta','partial_json':'{\\\"q\\\":'}"),
                delta(0, "{'type':'input_json_delta','partial_json':'1}'}"),
                stop(0),
                start(1, "{'type':'web_search_tool_result','tool_use_id':'s','content':[]}"),
                stop(1))
            .completion();

    assertThat(message(read).toolCalls()).isEmpty();
    assertThat(kept(read))
        .isEqualTo(
            "[{'type':'server_tool_use','id':'s','name':'web_search','input':{'q':1}},"
                + "{'type':'web_search_tool_result','tool_use_id':'s','content':[]}]");
  }

  @Test
  void aBlockOfANewTypeIsKeptAsItGrew() {
    Completion read =
        Heard.of(
                start(0, "{'type':'smell','notes':'ro','strength':1,'name':null}"),
                delta(0, "{'type':'smell_delta','notes':'se','strength':2,'name':'x'}"),
                stop(0))
            .completion();

    assertThat(kept(read)).isEqualTo("[{'type':'smell','notes':'rose','strength':2,'name':'x'}]");
  }

  @Test
  void blocksThatDoNotStopAreWholeWhenTheNextOfTheirIndexOrTheEndComes() {
    Completion read =
        Heard.of(
                start(0, "{'type':'redacted_thinking','data':'a'}"),
                start(0, "{'type':'redacted_thinking','data':'b'}"),
                start(1, "{'type':'tool_use','id':'t','name':'f','input':{}}"),
                end("tool_use"))
            .completion();

    assertThat(kept(read))
        .isEqualTo(
            "[{'type':'redacted_thinking','data':'a'},{'type':'redacted_thinking','data':'b'}]");
    assertThat(message(read).toolCalls()).containsExactly(ToolCall.of("t", "f", "{}"));
  }

  @Test
  void deltasOfABlockThatNeverStartedSayThemselvesWhatTheyAre() {
    Completion read =
        Heard.of(
                delta(0, "{'type':'thinking_delta','thinking':'hm'}"),
                delta(1, "{'type':'text_delta','text':'a'}"),
                "{'type':'content_block_delta','delta':{'type':'text_delta','text':'b'}}",
                delta(2, "{'type':'input_json_delta','partial_json':'{}'}"),
                STOP)
            .completion();

    assertThat(message(read).reasoning()).contains("hm");
    assertThat(read.text()).isEqualTo("ab");
    assertThat(message(read).toolCalls()).containsExactly(ToolCall.of("", "", "{}"));
    assertThat(kept(read)).isEqualTo("[{'type':'thinking','thinking':'hm'}]");
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn, stop",
    "stop_sequence, stop",
    "max_tokens, length",
    "model_context_window_exceeded, length",
    "tool_use, tool_calls",
    "refusal, content_filter",
    "pause_turn, pause_turn",
    "tired, tired"
  })
  void aStopReasonIsTranslatedAndKept(String word, String reason) {
    Completion read = Heard.of(end(word), STOP).completion();

    assertThat(read.finishReason()).hasToString("Optional[" + reason + "]");
    assertThat(read.choices().get(0).other())
        .isEqualTo(Map.of("stop_reason", new Json("\"" + word + "\"")));
  }

  @Test
  void aMessageInOnePieceSaysTheSame() {
    Heard heard =
        new Heard()
            .read(
                new WireEvent.Whole(
                    Heard.bytes(
                        "{'id':'m','type':'message','role':'assistant','model':'c','content':["
                            + "{'type':'thinking','thinking':'hm','signature':'s'},"
                            + "{'type':'text','text':'so'},"
                            + "{'type':'tool_use','id':'t','name':'f','input':{'a':1}}],"
                            + "'stop_reason':'tool_use','stop_sequence':null,"
                            + "'usage':{'input_tokens':1,'output_tokens':2}}")));

    assertThat(heard.lines)
        .isEqualTo(
            List.of(
                "chunk[assistant, thinks 'hm',"
                    + " message content_parts"
                    + " [{'type':'thinking','thinking':'hm','signature':'s'}],"
                    + " 'so', call 0 t f , call 0   {'a':1}, choice stop_reason 'tool_use',"
                    + " finish tool_calls] 1+2=3",
                "done"));
  }

  private static Message message(Completion completion) {
    return completion.choice(0).orElseThrow().message();
  }

  private static String kept(Completion completion) {
    return message(completion)
        .other()
        .getOrDefault("content_parts", new Json("[]"))
        .text()
        .replace('"', '\'');
  }

  private static String start(int index, String block) {
    return "{'type':'content_block_start','index':" + index + ",'content_block':" + block + "}";
  }

  private static String delta(int index, String delta) {
    return "{'type':'content_block_delta','index':" + index + ",'delta':" + delta + "}";
  }

  private static String stop(int index) {
    return "{'type':'content_block_stop','index':" + index + "}";
  }

  private static String end(String reason) {
    return "{'type':'message_delta','delta':{'stop_reason':'" + reason + "'}}";
  }
}

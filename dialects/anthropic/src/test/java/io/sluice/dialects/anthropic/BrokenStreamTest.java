package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Chunk;
import io.sluice.wire.WireEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that end, or go wrong, in the middle of a message. */
class BrokenStreamTest {

  private static final String SECOND =
      "failed a second answer began before the first one had ended; what came of the first is kept";
  private static final String SEARCH =
      "{'type':'content_block_start','index':1,'content_block':"
          + "{'type':'server_tool_use','id':'s','name':'web_search','input':{}}}";
  private static final String HALF_A_SEARCH =
      "{'type':'content_block_delta','index':1,'delta':"
          + "{'type':'input_json_delta','partial_json':'{\\\"query\\\": \\\"la'}}";
  private static final String KEPT_SEARCH =
      "{'type':'server_tool_use','id':'s','name':'web_search',"
          + "'input':'{\\'query\\': \\'la','unfinished':true}";
  private static final String TOLD_SEARCH = "message content_parts [" + KEPT_SEARCH + "]";
  private static final String OVERLOADED =
      "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}";

  @Test
  void nothingOfASecondAnswerGetsIntoTheFirst() {
    Heard heard =
        Heard.of(
            start("m1"),
            text("a"),
            "{'type':'message_start','metrics':1,'message':{'id':'m2','model':'other',"
                + "'role':'assistant','content':[{'type':'text','text':'b'}],'container':'c',"
                + "'usage':{'input_tokens':9,'output_tokens':9}}}",
            text("c"));

    assertThat(heard.lines)
        .containsExactly("chunk[assistant]", "unexpected_type", "chunk['a']", "chunk[]", SECOND);
    assertThat(heard.completion().id()).isEqualTo("m1");
    assertThat(heard.completion().text()).isEqualTo("a");
    assertThat(heard.completion().usage()).isEmpty();
    assertThat(heard.completion().other()).isEmpty();
  }

  @Test
  void aSecondAnswerLeavesTheOpenBlocksOfTheFirstUnfinished() {
    Heard heard = Heard.of(start("m1"), SEARCH, HALF_A_SEARCH, start("m2"));

    assertThat(heard.lines).endsWith("chunk[" + TOLD_SEARCH + "]", SECOND).hasSize(5);
  }

  @Test
  void aWholeMessageInTheMiddleOfAnotherIsASecondAnswer() {
    String whole =
        "{'type':'message','id':'m2','content':[{'type':'text','text':'b'}],"
            + "'stop_reason':'end_turn'}";

    assertThat(Heard.of(start("m1"), text("a"), whole).lines).endsWith("chunk[]", SECOND);
  }

  @ParameterizedTest
  @CsvSource({
    "m1, m1, repeated",
    "m1, m2, second",
    "m1, '', repeated",
    "'', m2, repeated",
    "'', '', repeated"
  })
  void aStartBeforeAnyContentIsAnotherOnlyIfItsIdSaysSo(String first, String next, String is) {
    Heard heard = Heard.of(start(first), start(next), "{'type':'ping'}");

    assertThat(heard.lines)
        .isEqualTo(
            is.equals("second")
                ? List.of("chunk[assistant]", "chunk[]", SECOND)
                : List.of("chunk[assistant]", "unexpected_type", "chunk[assistant]", "chunk[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "m1, m1, repeated",
    "m1, m2, second",
    "m1, '', second",
    "'', m2, second",
    "'', '', second"
  })
  void aStartBehindContentIsARepetitionOnlyIfItsIdSaysSo(String first, String next, String is) {
    Heard heard = Heard.of(start(first), text("a"), start(next));

    assertThat(heard.lines).last().isEqualTo(is.equals("second") ? SECOND : "chunk[assistant]");
  }

  @Test
  void contentThatARepeatedStartBringsIsNotSaidTwice() {
    String start =
        "{'type':'message_start','message':{'id':'m','content':[{'type':'text','text':'a'}]}}";

    assertThat(Heard.of(start, start).completion().text()).isEqualTo("a");
  }

  @Test
  void anAnswerBehindTheStopReasonIsOverlooked() {
    Heard heard = Heard.of(start("m1"), text("a"), stop("end_turn"), start("m2"), text("b"));

    assertThat(heard.lines).endsWith("chunk[]", "delta_after_finish", "done");
    assertThat(heard.completion().text()).isEqualTo("a");
  }

  @Test
  void aStopReasonIsTakenBackByTheContentBehindIt() {
    Heard heard = Heard.of(start("m1"), stop("end_turn"), text("a"), start("m2"));

    assertThat(heard.lines).last().isEqualTo(SECOND);
  }

  @Test
  void anErrorTellsWhatItsStreamLeavesOpen() {
    Heard heard = Heard.of(start("m"), SEARCH, HALF_A_SEARCH, OVERLOADED);

    assertThat(heard.lines)
        .endsWith("chunk[" + TOLD_SEARCH + "]", "failed 529 overloaded_error Overloaded")
        .hasSize(5);
  }

  static Stream<WireEvent> breaks() {
    return Stream.of(
        new WireEvent.Data("message", "", Heard.bytes("[DONE]")),
        new WireEvent.Data("message", "", Heard.bytes("{'type':")),
        new WireEvent.Data("error", "", Heard.bytes("it broke")),
        new WireEvent.Data("error", "", Heard.bytes("{'foo':1}")),
        new WireEvent.UnknownField("error", "it broke"),
        new WireEvent.UnknownField("{\"error\"", "\"it broke\"}"),
        new WireEvent.Unfinished("message", "", Heard.bytes("{'type':'content_bl")));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aBreakInTheMiddleKeepsTheOpenBlocksInAChunkOfItsOwn(WireEvent broken) {
    Heard heard = Heard.of(start("m"), SEARCH, HALF_A_SEARCH).read(broken).end().end();

    assertThat(heard.lines).containsOnlyOnce("chunk[" + TOLD_SEARCH + "]");
    assertThat(heard.chunks)
        .last()
        .extracting(Chunk::json)
        .isEqualTo(
            "{\"type\":\"sluice_unfinished\",\"content\":[{\"type\":\"server_tool_use\","
                + "\"id\":\"s\",\"name\":\"web_search\",\"input\":\"{\\\"query\\\": \\\"la\","
                + "\"unfinished\":true}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'compaction','content':'so far'}",
        "{'type':'mcp_tool_use','id':'m','name':'f','server_name':'s','input':{}}",
        "{'type':'redacted_thinking','data':'x'}",
        "{'type':'thinking','thinking':'hm','signature':''}",
        "{'type':'web_search_tool_result','tool_use_id':'s','content':[]}",
        "{'type':'smell','notes':'rose'}"
      })
  void everyBlockThatWouldBeKeptIsKeptUnfinished(String block) {
    Heard heard =
        Heard.of(start("m"), "{'type':'content_block_start','content_block':" + block + "}").end();

    assertThat(heard.lines)
        .last()
        .isEqualTo(
            "chunk[message content_parts ["
                + block.substring(0, block.length() - 1)
                + ",'unfinished':true}]]");
  }

  @Test
  void whatCanBeToldAtOnceLeavesNothingUnfinished() {
    Heard heard =
        Heard.of(
            start("m"),
            text("a"),
            "{'type':'content_block_start','index':2,'content_block':"
                + "{'type':'tool_use','id':'t','name':'f','input':{}}}",
            "{'type':'content_block_delta','index':2,'delta':"
                + "{'type':'input_json_delta','partial_json':'{'}}");

    assertThat(heard.end().chunks).hasSize(4);
  }

  @Test
  void figuresBeforeTheEndLeaveABlockOpen() {
    Heard heard =
        Heard.of(start("m"), SEARCH, "{'type':'message_delta','delta':{}}", HALF_A_SEARCH);

    assertThat(heard.end().lines).last().isEqualTo("chunk[" + TOLD_SEARCH + "]");
  }

  @Test
  void aRecordOfABrokenStreamSaysTheSame() {
    Heard heard = Heard.of(start("m"), SEARCH, HALF_A_SEARCH).end();

    Heard again = Heard.of(heard.chunks.stream().map(Chunk::json).toArray(String[]::new));

    assertThat(again.end().lines).isEqualTo(heard.lines);
    assertThat(again.completion()).isEqualTo(heard.completion());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'message_st", "NaN", "'[DONE]'", "[]"})
  void whatBreaksBehindTheStopReasonIsOverlooked(String broken) {
    Heard heard = Heard.of(start("m"), text("a"), stop("end_turn"), broken);

    assertThat(heard.lines).last().isEqualTo("malformed_after_finish");
    assertThat(heard.read(data("{'type':'message_stop'}")).lines).last().isEqualTo("done");
  }

  @Test
  void anErrorBehindTheStopReasonIsNotOverlooked() {
    Heard heard = Heard.of(start("m"), text("a"), stop("end_turn"), OVERLOADED);

    assertThat(heard.lines).last().isEqualTo("failed 529 overloaded_error Overloaded");
  }

  @Test
  void nullIsNoEventAndNoEnd() {
    Heard heard = Heard.of(start("m"), "null", " null\n", text("a"));

    assertThat(heard.lines)
        .containsExactly(
            "chunk[assistant]",
            "unexpected_data",
            "unexpected_data",
            "unexpected_type",
            "chunk['a']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "keep", "17", "[]"})
  void aPingMayHoldAnything(String data) {
    Heard heard = new Heard().read(new WireEvent.Data("ping", "", Heard.bytes(data)));

    assertThat(heard.lines).containsExactly("unexpected_data");
  }

  @Test
  void aPingMayLackItsType() {
    Heard heard = new Heard().read(new WireEvent.Data("ping", "", Heard.bytes("{'cost':1}")));

    assertThat(heard.end().lines).containsExactly("chunk[chunk cost 1]");
  }

  private static String start(String id) {
    String named = id.isEmpty() ? "" : "'id':'" + id + "',";
    return "{'type':'message_start','message':{" + named + "'role':'assistant','content':[]}}";
  }

  private static String text(String text) {
    return "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'"
        + text
        + "'}}";
  }

  private static String stop(String reason) {
    return "{'type':'message_delta','delta':{'stop_reason':'" + reason + "'}}";
  }

  private static WireEvent data(String text) {
    return new WireEvent.Data("message", "", Heard.bytes(text));
  }
}

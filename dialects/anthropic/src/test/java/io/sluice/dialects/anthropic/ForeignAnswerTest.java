package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.wire.WireEvent;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hold no message, or errors in the shapes of others. */
class ForeignAnswerTest {

  private static final String NO_MESSAGES =
      "failed the server's answer is not Anthropic's Messages (dialect 'anthropic'); ";
  private static final String CHUNK =
      "{'id':'c1','choices':[{'index':0,'delta':{'content':'Hello'}}]}";
  private static final String START =
      "{'type':'message_start','message':{'id':'m','role':'assistant'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        CHUNK + " | it looks like OpenAI's chat completions (dialect 'openai')",
        "{'type':'response.created'} | it looks like OpenAI's Responses (dialect 'responses')",
        "{'candidates':[]} | it looks like Google's Gemini (dialect 'gemini')",
        "{'hello':1} | it begins with: {'hello':1}"
      })
  void aStreamWithoutAMessageFailsAndNamesWhatItIs(String foreign, String found) {
    List<String> failed = List.of("chunk", NO_MESSAGES + found);

    assertThat(ends(Heard.of(foreign, foreign).end())).isEqualTo(failed);
    assertThat(ends(Heard.of(foreign, foreign, "[DONE]"))).isEqualTo(failed);
  }

  @Test
  void itFailsBeforeItsEndIfThatIsLongInComing() {
    List<String> chunks = Collections.nCopies(40, CHUNK);
    Heard heard = Heard.of(chunks.toArray(String[]::new));

    assertThat(heard.chunks).hasSize(16);
    assertThat(heard.lines).last().asString().startsWith(NO_MESSAGES);
  }

  @Test
  void theFirstForeignEventIsTheExcerpt() {
    String first = "{'choices':[],'model':'" + "m".repeat(80) + "'}";
    Heard heard = Heard.of(first, CHUNK).end();

    assertThat(heard.failure().orElseThrow())
        .isInstanceOfSatisfying(
            Failure.Protocol.class,
            failure -> assertThat(failure.excerpt()).isEqualTo(first.replace('\'', '"')));
    assertThat(heard.lines).last().asString().startsWith(NO_MESSAGES);
  }

  @Test
  void newEventsAroundAMessageAreKept() {
    String rumour = "{'type':'rumour','about':[1.50]}";
    Heard heard = Heard.of(rumour, START, rumour, "[DONE]");

    assertThat(heard.lines)
        .containsExactly(
            "chunk[chunk rumour " + rumour + "]",
            "chunk[assistant]",
            "chunk[chunk rumour " + rumour + "]",
            "done");
    assertThat(heard.completion().other()).containsKey("rumour");
  }

  @Test
  void theCompletionOfOthersFails() {
    String completion = "{'id':'c','choices':[{'message':{'content':'Hello'}}]}";

    assertThat(new Heard().read(new WireEvent.Whole(Heard.bytes(completion))).lines)
        .containsExactly(
            NO_MESSAGES + "it looks like OpenAI's chat completions (dialect 'openai')");
  }

  @Test
  void linesOfPlainTextAreQuotedWhereNoMessageCame() {
    Heard heard =
        new Heard()
            .read(new WireEvent.UnknownField("rate limit exceeded, retry at 10", "30"))
            .read(new WireEvent.UnknownField("sorry", ""))
            .read(new WireEvent.Comment("hm"))
            .end();

    assertThat(heard.lines)
        .containsExactly(
            "unknown_field",
            "unknown_field",
            "failed the server answered with no stream: rate limit exceeded, retry at 10: 30"
                + " sorry");
  }

  @Test
  void linesOfPlainTextBesideAMessageAreForgiven() {
    Heard heard = new Heard().read(new WireEvent.UnknownField("hello", ""));

    assertThat(heard.read(data(START)).end().lines)
        .containsExactly("unknown_field", "chunk[assistant]");
  }

  @Test
  void anEmptyStreamIsJustCut() {
    assertThat(new Heard().read(new WireEvent.Comment("hm")).end().lines).isEmpty();
    assertThat(Heard.of("{'type':'ping'}").end().lines).containsExactly("chunk[]");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of("{'type':'error','message':'no'}", "- error no"),
        Arguments.of("{'error':{'message':'no'}}", "- - no"),
        Arguments.of("{'error':'no'}", "- - no"),
        Arguments.of("{'detail':'no'}", "- - no"),
        Arguments.of(
            "{'code':'DataInspectionFailed','message':'no','request_id':'r'}",
            "DataInspectionFailed - no"),
        Arguments.of("{'object':'error','message':'no','code':400}", "400 - no"),
        Arguments.of("{'type':'overloaded_error','message':'no'}", "529 overloaded_error no"),
        Arguments.of("{'type':'ThrottlingException','message':'no'}", "- ThrottlingException no"),
        Arguments.of(
            "{'type':'response.failed','error':{'code':'c','message':'no'}}",
            "c response.failed no"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorInTheShapeOfOthersFailsAnAnswerWhereverItStands(String error, String said) {
    assertThat(Heard.of(error).lines).last().isEqualTo("failed " + said);
    assertThat(Heard.of(START, error, "[DONE]").lines).last().isEqualTo("failed " + said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'code':0,'message':'success'}",
        "{'error':null,'cost':1}",
        "{'error':false,'cost':1}",
        "{'error':{},'cost':1}",
        "{'type':'notice','message':'all is well'}",
        "{'type':'notice','error':null}"
      })
  void whatOnlyLooksLikeAnErrorIsNone(String healthy) {
    assertThat(Heard.of(START, healthy, "{'type':'message_stop'}").lines)
        .hasSize(4)
        .last()
        .isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'ping'}", START})
  void whatComesBeforeAnythingIsSaidAddsNothingToTheMessage(String event) {
    assertThat(Heard.of(event).chunks.get(0).deltas()).noneMatch(delta -> delta.carriesTokens());
    assertThat(Heard.of(event).chunks.get(0).deltas().toString()).doesNotContain("MESSAGE");
  }

  /** The first word of the chunks, once, and the end. */
  private static List<String> ends(Heard heard) {
    return heard.lines.stream()
        .map(line -> line.startsWith("chunk") ? "chunk" : line)
        .distinct()
        .toList();
  }

  private static WireEvent data(String text) {
    return new WireEvent.Data("message", "", Heard.bytes(text));
  }
}

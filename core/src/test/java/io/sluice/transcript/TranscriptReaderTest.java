package io.sluice.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.FinishReason;
import io.sluice.limit.RateLimits;
import io.sluice.stream.Failure;
import io.sluice.stream.Failure.Timer;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptReaderTest {

  private static final String OPEN = TranscriptWriter.open(Samples.context(Optional.empty()));
  private static final String CHUNK =
      TranscriptWriter.chunk(Samples.chunk(Duration.ofMillis(12), "{\"a\":\"é\ud83d\ude00\"}"));
  private static final String END =
      TranscriptWriter.end(Samples.outcome(Status.COMPLETED, Optional.empty()));

  @Test
  void whatWasWrittenIsRead() throws IOException {
    var lines = read(OPEN + TranscriptWriter.retry(Samples.retry()) + CHUNK + END);

    assertThat(lines.all).hasSize(4);
    var context = Samples.context(Optional.empty());
    var open = (TranscriptLine.OpenLine) lines.all.get(0);
    assertThat(open.id()).isEqualTo(context.id());
    assertThat(open.started()).contains(context.started());
    assertThat(open.endpoint()).isEqualTo(context.endpoint());
    assertThat(open.dialect()).isEqualTo("openai");
    assertThat(open.request()).isEmpty();
    assertThat(open.attributes()).isEmpty();
    assertThat(lines.all.get(1)).isEqualTo(new TranscriptLine.RetryLine(Samples.retry()));
    assertThat(lines.all.get(2))
        .isEqualTo(
            new TranscriptLine.ChunkLine(Duration.ofMillis(12), "{\"a\":\"é\ud83d\ude00\"}"));
    var end = (TranscriptLine.EndLine) lines.all.get(3);
    assertThat(end.status()).isEqualTo(Status.COMPLETED);
    assertThat(end.failure()).isEmpty();
    assertThat(end.chunks()).isEqualTo(2);
    assertThat(end.finishReasons())
        .containsExactly(Optional.of(FinishReason.STOP), Optional.empty());
    assertThat(end.usage().orElseThrow().totalTokens()).isEqualTo(11);
    assertThat(end.timing()).isEqualTo(Samples.TIMING);
    assertThat(end.irregularities())
        .isEqualTo(Samples.outcome(Status.COMPLETED, Optional.empty()).irregularities());
    assertThat(lines.torn).isFalse();
  }

  @Test
  void attributesOfARunAreReadInTheirOrder() throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("tenant", "a \"b\"");
    attributes.put("batch", "");
    String open = TranscriptWriter.open(Samples.context(attributes));

    assertThat(((TranscriptLine.OpenLine) read(open).all.get(0)).attributes())
        .containsExactlyEntriesOf(attributes);
  }

  @Test
  void attributesThatAreNoStringsArePassedOver() throws IOException {
    String open = OPEN.replace("}\n", ",\"attributes\":{\"n\":1,\"s\":\"x\"}}\n");

    assertThat(((TranscriptLine.OpenLine) read(open).all.get(0)).attributes())
        .containsExactly(entry("s", "x"));
  }

  @Test
  void recordedRequestIsReadAsItWasAsked() throws IOException {
    var request = ChatRequest.builder("m").system("Be brief.").user("Hi?").temperature(0).build();
    String open = TranscriptWriter.open(Samples.context(Optional.of(request)));

    assertThat(((TranscriptLine.OpenLine) read(open).all.get(0)).request()).contains(request);
  }

  @Test
  void everyFailureSurvivesTheRoundTrip() throws IOException {
    List<Failure> failures =
        List.of(
            Samples.retry().cause(),
            Failure.Http.builder(401, "no").build(),
            new Failure.Provider(Optional.of("429"), Optional.of("requests"), "slow down"),
            new Failure.Protocol("malformed", "<html>"),
            new Failure.Connection("reset"),
            new Failure.TimedOut(Timer.FIRST_TOKEN, Duration.ofMillis(1500)),
            new Failure.Sinks("none is left"));
    for (Failure failure : failures) {
      var outcome = Samples.outcome(Status.FAILED, Optional.of(failure));
      var end = (TranscriptLine.EndLine) read(OPEN + TranscriptWriter.end(outcome)).all.get(1);

      assertThat(end.failure()).contains(failure);
    }
  }

  @Test
  void headSurvivesTheRoundTrip() throws IOException {
    ResponseHead head = Samples.head();
    Outcome outcome =
        Samples.outcome(Status.COMPLETED, Optional.empty()).toBuilder().head(head).build();
    var end = (TranscriptLine.EndLine) read(OPEN + TranscriptWriter.end(outcome)).all.get(1);

    assertThat(end.head()).contains(head);
  }

  @Test
  void oddHeadsAreReadAsFarAsTheyGo() throws IOException {
    String end = END.replace("\"irregularities\"", "\"head\":%s,\"irregularities\"");
    for (String none : List.of("{}", "7", "null", "{\"status\":\"ok\"}")) {
      assertThat(((TranscriptLine.EndLine) read(OPEN + end.formatted(none)).all.get(1)).head())
          .isEmpty();
    }
    String odd =
        "{\"status\":200,\"request_id\":7,\"rate_limits\":{\"requests\":{\"limit\":-1},"
            + "\"eggs\":{\"limit\":1}},\"fields\":{\"a\":1,\"b\":\"c\"}}";
    assertThat(((TranscriptLine.EndLine) read(OPEN + end.formatted(odd)).all.get(1)).head())
        .contains(ResponseHead.builder(200).limits(RateLimits.NONE).field("b", "c").build());
  }

  @Test
  void everyCutYieldsTheWholeLinesBeforeIt() throws IOException {
    byte[] whole = bytes(OPEN + CHUNK + END);
    List<TranscriptLine> all = read(OPEN + CHUNK + END).all;
    for (int cut = 0; cut <= whole.length; cut++) {
      var lines = read(new ByteArrayInputStream(whole, 0, cut));
      String text = new String(whole, 0, cut, StandardCharsets.UTF_8);
      int closed = (int) text.chars().filter(c -> c == '\n').count();
      boolean lastIsWhole = text.endsWith("}") && isWhole(text.substring(lastBreak(text)));

      assertThat(lines.all).isEqualTo(all.subList(0, closed + (lastIsWhole ? 1 : 0)));
      assertThat(lines.torn).isEqualTo(lastBreak(text) < text.length() && !lastIsWhole);
    }
  }

  @Test
  void everyReadSizeGivesTheSameLines() throws IOException {
    byte[] first = bytes(OPEN + CHUNK + END);
    List<TranscriptLine> all = read(OPEN + CHUNK + END).all;
    for (int split = 0; split <= first.length; split++) {
      InputStream in =
          new SequenceInputStream(
              new ByteArrayInputStream(first, 0, split),
              new ByteArrayInputStream(first, split, first.length - split));

      assertThat(read(in).all).isEqualTo(all);
    }
  }

  @Test
  void tornLineBeforeALaterRecordIsLeftOut() throws IOException {
    var lines = read(OPEN + "{\"type\":\"chu\n" + OPEN + END);

    assertThat(lines.all).hasSize(3);
    assertThat(lines.torn).isTrue();
  }

  @Test
  void brokenLineAnywhereElseIsRefusedByNumber() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(OPEN + "{\"type\":\"chu\n" + END))
        .withMessage("sample: line 2 is no JSON object");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(OPEN + "{\"type\":\"chu\n"))
        .withMessage("sample: line 2 is no JSON object");
  }

  @Test
  void unknownTypesAndFieldsAreIgnored() throws IOException {
    var lines =
        read(
            OPEN.replace("\"version\"", "\"mood\":{\"a\":[1]},\"version\"")
                + "{\"type\":\"weather\",\"at_ms\":-1}\n"
                + "{\"no\":\"type\"}\n"
                + CHUNK);

    assertThat(lines.all).hasSize(2);
  }

  @Test
  void editorsMarksBlankLinesAndCarriageReturnsAreAccepted() throws IOException {
    assertThat(read("\uFEFF" + (OPEN + "\n" + CHUNK).replace("\n", "\r\n")).all).hasSize(2);
  }

  @Test
  void unknownVersionIsNamed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(OPEN.replace("\"version\":1", "\"version\":2")))
        .withMessage("sample: line 1 has version 2; this Sluice reads version 1");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(OPEN.replace("\"version\":1,", "")))
        .withMessage("sample: line 1 has version none; this Sluice reads version 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"chunk\"}\n", "{\"prompt\":\"x\"}\n", "{}"})
  void fileThatBeginsOtherwiseIsNoTranscript(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(text))
        .withMessage("sample: line 1 begins no transcript; its type is not 'open'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e999999999", "\"12\"", "null"})
  void impossibleTimesAreRefused(String millis) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(OPEN + CHUNK.replace("\"at_ms\":12", "\"at_ms\":" + millis)))
        .withMessageStartingWith("sample: line 2 ");
  }

  @Test
  void unknownErrorTypesKeepTheirMessage() throws IOException {
    var lines =
        read(
            OPEN
                + "{\"type\":\"end\",\"status\":\"failed\","
                + "\"error\":{\"type\":\"weather\",\"message\":\"rain\"}}\n");

    assertThat(((TranscriptLine.EndLine) lines.all.get(1)).failure())
        .contains(new Failure.Protocol("rain", ""));
  }

  @Test
  void longPayloadsComeBackVerbatim() throws IOException {
    String payload = "{\"text\":\"" + "ab\\n\ud83d\ude00".repeat(50_000) + "\",\"n\":1.50}";
    var lines = read(OPEN + TranscriptWriter.chunk(Samples.chunk(Duration.ZERO, payload)));

    assertThat(lines.all.get(1)).isEqualTo(new TranscriptLine.ChunkLine(Duration.ZERO, payload));
  }

  @Test
  void lineBeyondTheBoundIsRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            java.util.Arrays.fill(into, offset, offset + length, (byte) 'x');
            return length;
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(endless))
        .withMessage("sample: line 1 is longer than 67108864 bytes");
  }

  private static int lastBreak(String text) {
    return text.lastIndexOf('\n') + 1;
  }

  private static boolean isWhole(String line) {
    return (OPEN + CHUNK + END).contains(line + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Lines read(String text) throws IOException {
    return read(new ByteArrayInputStream(bytes(text)));
  }

  private static Lines read(InputStream in) throws IOException {
    List<TranscriptLine> all = new ArrayList<>();
    try (var reader = TranscriptReader.of("sample", in)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        all.add(line.get());
      }
      return new Lines(all, reader.torn());
    }
  }

  private record Lines(List<TranscriptLine> all, boolean torn) {}
}

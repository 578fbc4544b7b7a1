package io.sluice.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.stream.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptLineTest {

  @Test
  void aLineIsReadWhereverItStands() {
    String line = TranscriptWriter.chunk(Samples.chunk(Duration.ofMillis(12), "{\"a\":1}"));

    assertThat(TranscriptLine.parse(line))
        .contains(new TranscriptLine.ChunkLine(Duration.ofMillis(12), "{\"a\":1}"));
    assertThat(TranscriptLine.parse(line.strip())).isEqualTo(TranscriptLine.parse(line));
  }

  @Test
  void whatWasWrittenIsRead() {
    var end =
        (TranscriptLine.EndLine)
            TranscriptLine.parse(
                    TranscriptWriter.end(Samples.outcome(Status.COMPLETED, Optional.empty())))
                .orElseThrow();

    assertThat(end.status()).isEqualTo(Status.COMPLETED);
    assertThat(end.usage()).isPresent();
  }

  @Test
  void aTypeOfALaterVersionIsPassedOver() {
    assertThat(TranscriptLine.parse("{\"type\":\"comment\"}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"chunk","data":{}}   | the transcript line lacks a field 'at_ms' of the right type
          {"type":"open","version":2}  | the transcript line has version 2; this Sluice reads version 1
          {"type":"end","status":"ok"} | the transcript line has the unknown status 'ok'
          {"type":"end",               | the transcript line is no JSON object; pass one line of a transcript
          ''                           | the transcript line is no JSON object; pass one line of a transcript
          """)
  void whatIsNoLineIsRefusedInOneLine(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TranscriptLine.parse(line))
        .withMessage(message);
  }
}

package io.sluice.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.json.JsonObject;
import io.sluice.stream.Failure;
import io.sluice.testkit.DialectContract;
import io.sluice.wire.HttpAnswer;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a dialect for recorded answers, and that each says what its manifest expects.
 * Without recorded answers, the tests are skipped.
 */
@Tag("thorough")
public abstract class RecordedDialectContract extends DialectContract {

  private static final String FOLDER = "captures/dialects";

  /** For the tests of a dialect. */
  protected RecordedDialectContract() {}

  @BeforeEach
  final void needsRecordedAnswers() {
    assumeTrue(RecordedAnswers.exist(FOLDER), "no recorded streams: set -Dsluice.shared=FOLDER");
  }

  @Override
  protected Map<String, byte[]> bodies() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    RecordedAnswers.rows(FOLDER, dialect().name())
        .keySet()
        .forEach(file -> bodies.put(file, RecordedAnswers.bytes(FOLDER, file)));
    return bodies;
  }

  @TestFactory
  Stream<DynamicTest> aRecordedAnswerSaysWhatIsExpected() {
    return RecordedAnswers.rows(FOLDER, dialect().name()).entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () ->
                        new RecordedExpectation(row.getValue().object("expected").orElseThrow())
                            .check(played(RecordedAnswers.bytes(FOLDER, row.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> aRecordedRefusalSaysWhatIsExpected() {
    return RecordedAnswers.rows(FOLDER, "error").entrySet().stream()
        .filter(row -> row.getValue().string("dialect").orElse("").equals(dialect().name()))
        .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> refused(row)));
  }

  private void refused(Map.Entry<String, JsonObject> row) {
    int status = (int) row.getValue().wholeNumber("status").orElseThrow();
    ByteBuffer body = ByteBuffer.wrap(RecordedAnswers.bytes(FOLDER, row.getKey()));
    Failure.Http failure = dialect().failure(new HttpAnswer(status, Map.of(), body));
    JsonObject error =
        row.getValue().object("expected").flatMap(it -> it.object("error")).orElseThrow();
    String message = error.string("message").orElseThrow().split("\n", 2)[0];
    assertThat(failure.message())
        .startsWith("the server answered " + status + ": ")
        .contains(message.substring(0, Math.min(20, message.length())))
        .doesNotContain("\n");
    error.string("code").ifPresent(code -> assertThat(failure.code()).contains(code));
    error.string("type").ifPresent(type -> assertThat(failure.type()).contains(type));
  }
}

package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.ChunkBuilder;
import io.sluice.json.JsonObject;
import io.sluice.json.Utf8;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all dialects of JSON events share, seen with the smallest of them. */
class JsonEventsTest {

  private final RecordingReceiver receiver = new RecordingReceiver();
  private final Smallest reader = new Smallest();

  @Test
  void keepAlivesSayNothing() {
    data("message", "", " ", ": ping");

    assertThat(receiver.said).isEmpty();
  }

  @Test
  void whatComesBehindTheEndIsDropped() {
    data("message", "{\"t\":\"a\"}", "[DONE]", "{\"t\":\"b\"}");
    reader.end(receiver);

    assertThat(receiver.done).isTrue();
    assertThat(receiver.completion.result().text()).isEqualTo("a");
  }

  @Test
  void whatADialectReportsBehindAnEndIsDropped() {
    data("message", "{\"t\":\"a\",\"end\":true}");

    assertThat(receiver.done).isTrue();
    assertThat(receiver.chunks).hasSize(1);
  }

  @Test
  void eventOfTypeErrorFailsWhateverItSays() {
    data("error", "{\"t\":\"a\"}");

    assertThat(receiver.chunks).hasSize(1);
    assertThat(receiver.failure).get().isInstanceOf(Failure.Provider.class);
  }

  @Test
  void errorWithoutDataFailsInTheWordsOfTheDialect() {
    read(new WireEvent.UnknownField("error", "{\"message\":\"no\"}"));

    assertThat(receiver.failure.orElseThrow().message()).isEqualTo("worded: no");
  }

  @Test
  void byteOrderMarkBeforeAnEventIsForgiven() {
    read(new WireEvent.UnknownField("\uFEFFdata", "{\"t\":\"a\"}"));

    assertThat(receiver.completion.result().text()).isEqualTo("a");
    assertThat(receiver.said).contains(Kind.UNKNOWN_FIELD.word());
  }

  @Test
  void whatTheDialectHoldsBackComesBeforeEveryEnd() {
    reader.held = "rest";
    data("message", "{\"t\":\"a\"}");
    reader.end(receiver);

    assertThat(receiver.completion.result().text()).isEqualTo("arest");
    assertThat(receiver.done).isFalse();
  }

  @Test
  void whatTheDialectHoldsBackComesBeforeAFailure() {
    reader.held = "rest";
    data("message", "{\"t\":\"a\"}", "{\"t\":");

    assertThat(receiver.completion.result().text()).isEqualTo("arest");
    assertThat(receiver.failure).isPresent();
  }

  @Test
  void severalObjectsInARowAreReadOneByOne() {
    data("message", "{\"t\":\"a\"}{\"t\":\"b\"}");

    assertThat(receiver.completion.result().text()).isEqualTo("ab");
  }

  @Test
  void dialectThatDoesNotSalvageFailsAtSeveralObjects() {
    reader.salvages = false;
    data("message", "{\"t\":\"a\"}{\"t\":\"b\"}");

    assertThat(receiver.chunks).isEmpty();
    assertThat(receiver.failure).isPresent();
  }

  @Test
  void whatBreaksBehindTheFinishIsForgiven() {
    data("message", "{\"t\":\"a\",\"finish\":true}", "{\"t\":");

    assertThat(receiver.failure).isEmpty();
    assertThat(receiver.said).contains(Kind.MALFORMED_AFTER_FINISH.word());
  }

  @Test
  void cutEventCountsOnlyIfItIsWhole() {
    read(new WireEvent.Unfinished("message", "", Utf8.encode("{\"t\":\"a\"}")));
    read(new WireEvent.Unfinished("message", "", Utf8.encode("{\"t\":\"b")));

    assertThat(receiver.completion.result().text()).isEqualTo("a");
    assertThat(receiver.said).contains(Kind.UNFINISHED_EVENT.word());
  }

  @Test
  void bodyInOnePieceIsAnAnswerOrSaysWhyNot() {
    read(new WireEvent.Whole(Utf8.encode("{\"t\":\"a\"}\n[DONE]")));

    assertThat(receiver.completion.result().text()).isEqualTo("a");
    assertThat(receiver.done).isTrue();
  }

  @Test
  void bodyOfOthersIsNoAnswer() {
    read(new WireEvent.Whole(Utf8.encode("<html>")));

    assertThat(receiver.failure).isPresent();
  }

  @Test
  void answerInAnotherFormatIsNamed() {
    data("message", "{\"candidates\":[]}");
    reader.end(receiver);

    assertThat(receiver.failure.orElseThrow().message()).contains("Gemini");
  }

  private void data(String type, String... texts) {
    for (String text : texts) {
      read(new WireEvent.Data(type, "", Utf8.encode(text)));
    }
  }

  private void read(WireEvent event) {
    reader.read(event, Duration.ZERO, receiver);
  }

  /** Says text with {@code t}, its finish with {@code finish} and its end with {@code end}. */
  private static final class Smallest extends JsonEvents {
    private boolean begun;
    private boolean finished;
    private boolean salvages = true;
    private String held = "";

    Smallest() {
      super(WireFormat.OLLAMA);
    }

    @Override
    protected void object(String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver) {
      String json = Utf8.decode(payload);
      JsonObject object = JsonObject.read(json);
      if (object.value("t").isEmpty()) {
        foreign().add(json);
        return;
      }
      begun = true;
      finished = object.flag("finish").orElse(false);
      Chunk chunk = text(object.string("t").orElseThrow());
      receiver.chunk(chunk);
      if (object.flag("end").orElse(false)) {
        receiver.done();
        receiver.chunk(chunk);
        receiver.irregular(Kind.UNEXPECTED_DATA);
        receiver.failed(Failure.Protocol.withoutAnswer());
        receiver.done();
      }
    }

    @Override
    protected boolean hasBegun() {
      return begun;
    }

    @Override
    protected boolean hasFinished() {
      return finished;
    }

    @Override
    protected boolean isAnswer(JsonObject body) {
      return body.value("t").isPresent();
    }

    @Override
    protected Failure worded(Failure failure) {
      return failure instanceof Failure.Provider error
          ? new Failure.Provider(error.code(), error.type(), "worded: " + error.message())
          : failure;
    }

    @Override
    protected Optional<Chunk> remainder(Duration at) {
      return held.isEmpty() ? Optional.empty() : Optional.of(text(held));
    }

    @Override
    protected boolean salvages() {
      return salvages;
    }

    private static Chunk text(String text) {
      return ChunkBuilder.of(List.of(new Delta.Text(0, text))).build();
    }
  }
}

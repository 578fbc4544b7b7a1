package io.sluice.transport.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is received for another is read as one of our own would be. */
class ReceivedAnswerTest {

  private static final String KEY = "sk-secret-1234567890";
  private static final String BODY =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Gr\u00fc\u00dfe, "
          + KEY
          + "\"}}]}\n\n"
          + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "deflate"})
  void theAnswerIsTheSameWhereverItIsCutAndHoweverItIsPacked(String coding) throws IOException {
    byte[] bytes = packed(coding);
    for (int cut = 1; cut < bytes.length; cut++) {
      var answer = answer();
      answer.head(head(200, "text/event-stream", coding));
      give(answer, bytes, cut);

      Outcome outcome = outcome(answer);

      assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
      assertThat(outcome.completion().text()).isEqualTo("Gr\u00fc\u00dfe, ***");
    }
  }

  @Test
  void aRefusalIsAFailure() {
    var answer = answer();
    answer.head(head(401, "application/json", "identity"));
    give(answer, "{\"error\":{\"message\":\"No such key.\"}}".getBytes(UTF_8), 5);

    assertThat(outcome(answer).failure().orElseThrow())
        .isInstanceOfSatisfying(
            Failure.Http.class, http -> assertThat(http.status()).isEqualTo(401));
  }

  @Test
  void whatBrokeOffIsTruncated() {
    var answer = answer();
    begin(answer);
    answer.broke(new Failure.Connection("the connection was closed"));

    assertThat(outcome(answer).status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void whatIsNotWantedAnyMoreIsStoppedWithAllThatCame() {
    var answer = answer();
    begin(answer);
    answer.stopped();

    Outcome outcome = outcome(answer);

    assertThat(outcome.status()).isEqualTo(Status.STOPPED);
    assertThat(outcome.completion().text()).startsWith("Gr\u00fc\u00dfe");
  }

  @Test
  void noAnswerIsAFailure() {
    var answer = answer();
    answer.unanswered(new Failure.Connection("nothing answers"));

    assertThat(outcome(answer).failure()).contains(new Failure.Connection("nothing answers"));
  }

  @Test
  void moreThanMayWaitEndsTheStreamAndIsReleased() {
    var answer = answer();
    answer.head(head(200, "text/event-stream", "identity"));
    List<HttpContent> pieces = new ArrayList<>();
    for (int each = 0; each < 9; each++) {
      var piece = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1 << 20]));
      pieces.add(piece);
      answer.piece(piece);
      piece.release();
    }

    assertThat(pieces.get(8).refCnt()).isZero();
    assertThat(pieces.get(7).refCnt()).isOne();
    Outcome outcome = outcome(answer);
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.failure().orElseThrow().message()).startsWith("lagged: ");
    assertThat(pieces).allMatch(piece -> piece.refCnt() == 0);
  }

  @Test
  void whatIsDiscardedIsReleasedAndSoIsWhatStillComes() {
    var answer = answer();
    var early = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10]));
    var late = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10]));
    answer.piece(early);
    early.release();

    answer.discard();
    answer.piece(late);
    late.release();

    assertThat(early.refCnt()).isZero();
    assertThat(late.refCnt()).isZero();
  }

  @Test
  void itIsBehindWhenHalfOfWhatMayWaitDoesAndSaysWhenItIsNoLonger() {
    List<String> news = new ArrayList<>();
    var answer = answer();
    answer.whenCaughtUp(() -> news.add("caught up"));
    answer.head(head(200, "text/event-stream", "identity"));
    for (int each = 0; each < 5; each++) {
      assertThat(answer.isBehind()).isFalse();
      var piece = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1 << 20]));
      answer.piece(piece);
      piece.release();
    }
    assertThat(answer.isBehind()).isTrue();
    answer.stopped();

    outcome(answer);

    assertThat(answer.isBehind()).isFalse();
    assertThat(news).containsExactly("caught up");
  }

  @Test
  void itIsReadOnce() {
    Source source = answer().source(Optional.empty(), List.of());
    source.open();

    assertThatIllegalStateException().isThrownBy(source::open);
  }

  private static ReceivedAnswer answer() {
    return new ReceivedAnswer(
        Endpoint.of("http://localhost/v1"), new OpenAiDialect(), Runnable::run);
  }

  private static Outcome outcome(ReceivedAnswer answer) {
    try (ChatStream stream = answer.source(Optional.empty(), List.of(KEY)).open()) {
      return Streams.drained(stream);
    }
  }

  private static void begin(ReceivedAnswer answer) {
    byte[] bytes = BODY.getBytes(UTF_8);
    answer.head(head(200, "text/event-stream", "identity"));
    var piece =
        new DefaultHttpContent(
            Unpooled.wrappedBuffer(Arrays.copyOf(bytes, BODY.indexOf("\n\n") + 10)));
    answer.piece(piece);
    piece.release();
  }

  private static void give(ReceivedAnswer answer, byte[] bytes, int cut) {
    for (byte[] part :
        List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length))) {
      var piece = new DefaultHttpContent(Unpooled.wrappedBuffer(part));
      answer.piece(piece);
      piece.release();
    }
    answer.piece(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private static HttpResponse head(int status, String type, String coding) {
    var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    head.headers().set("Content-Type", type);
    if (!coding.equals("identity")) {
      head.headers().set("Content-Encoding", coding);
    }
    return head;
  }

  private static byte[] packed(String coding) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case "gzip" -> new GZIPOutputStream(packed);
          case "deflate" -> new DeflaterOutputStream(packed);
          default -> packed;
        }) {
      out.write(BODY.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}

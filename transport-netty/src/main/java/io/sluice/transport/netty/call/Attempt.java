package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.OneLine;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer: passes its events to the dialect's reader, passes the reader's results to the
 * call, and watches the timeouts. Mutable; on the connection's event loop.
 */
final class Attempt implements HttpExchange.Answer, Dialect.Receiver {

  private final Call call;
  private final Feed feed;
  private final Dialect.Reader reader;
  private final ChatCall conversation;
  private final StreamOptions options;
  private final Dialect.Ending ending;
  private final AnswerTimer timer;
  private final HeldChunks heldBack;
  private @Nullable HttpResponse refusal;
  private @Nullable Failure failure;

  /**
   * The arrival time of the current read; taken once a read, which may contain hundreds of chunks.
   */
  private @Nullable Duration at;

  private boolean headed;
  private boolean done;
  private boolean torn;
  private boolean over;

  Attempt(Call call, Feed feed, ChatCall conversation, StreamOptions options, EventLoop loop) {
    this(call, feed, conversation, options, loop, System::nanoTime);
  }

  /** An attempt whose timeouts go by another clock of nanoseconds. */
  Attempt(
      Call call,
      Feed feed,
      ChatCall conversation,
      StreamOptions options,
      EventLoop loop,
      LongSupplier nanoTime) {
    this.call = call;
    this.feed = feed;
    this.reader = conversation.dialect().reader(conversation.request().expectedChoices());
    this.conversation = conversation;
    this.options = options;
    this.ending = conversation.dialect().ending();
    this.timer = new AnswerTimer(options, ending, loop, nanoTime, this::silence);
    this.heldBack = new HeldChunks(this::deliver);
  }

  /** Starts the timeouts; the request was written. */
  void begin() {
    timer.begin();
  }

  /** Continues reading after a pause. */
  void resume() {
    timer.resume();
  }

  /** Ignores everything that still arrives. */
  void forget() {
    over = true;
    timer.stop();
  }

  @Override
  public void head(HttpResponse head) {
    headed = true;
    timer.head();
    ResponseHead read = AnswerHead.read(head, conversation);
    feed.head(read);
    call.headed(read);
    if (over) {
      return; // An observer of heads threw.
    }
    if (head.status().code() >= 300) {
      refusal = head;
      timer.awaitExplanation();
      return;
    }
    Optional<Failure> packed = AnswerHead.packed(head);
    if (packed.isPresent()) {
      failed(packed.get());
      settle();
    }
  }

  @Override
  public void event(WireEvent received) {
    if (over) {
      return;
    }
    WireEvent event = conversation.redaction().of(received);
    if (refusal != null) {
      if (event instanceof WireEvent.Whole whole) {
        refused(refusal, whole.bytes());
      }
      return;
    }
    read(event);
    if (event instanceof WireEvent.Whole && done && wantedStream()) {
      feed.irregular(Irregularity.Kind.WHOLE_ANSWER);
    }
    settle();
  }

  @Override
  public boolean wantsMore() {
    at = null;
    timer.endOfRead();
    boolean more = over || refusal != null || feed.wantsMore();
    if (!more) {
      timer.pause();
    }
    return more;
  }

  @Override
  public void ended(End end) {
    if (over) {
      return;
    }
    if (refusal != null) {
      refused(refusal, ByteBuffer.allocate(0));
      return;
    }
    if (!headed) {
      forget();
      call.unanswered(end);
      return;
    }
    endOfBody();
    if (!(end instanceof End.Failed)) {
      settle();
    }
    if (!over) {
      forget();
      heldBack.release();
      call.ended(torn ? ending.torn(end) : end);
    }
  }

  /** Delivers everything received so far, since the total timeout of the call is over. */
  void outOfTime() {
    if (!over) {
      forget();
      endOfBody();
      heldBack.release();
    }
  }

  @Override
  public void chunk(Chunk chunk) {
    timer.said();
    heldBack.add(chunk);
  }

  @Override
  public void irregular(Irregularity.Kind kind) {
    feed.irregular(kind);
  }

  @Override
  public void done() {
    done = true;
  }

  @Override
  public void torn() {
    torn = true;
  }

  @Override
  public void failed(Failure reason) {
    failure = reason;
  }

  /** Readers must not throw; one of a plugin may do so by mistake. */
  private void read(WireEvent event) {
    Duration now = at;
    if (now == null) {
      now = feed.elapsed();
      at = now;
    }
    try {
      reader.read(event, now, this);
    } catch (RuntimeException | Error broken) {
      failed(unreadable(broken));
    }
  }

  private void endOfBody() {
    try {
      reader.end(this);
    } catch (RuntimeException | Error broken) {
      failed(unreadable(broken));
    }
  }

  private static Failure unreadable(Throwable broken) {
    return new Failure.Protocol(OneLine.of("the dialect cannot read what came: " + broken), "");
  }

  private void settle() {
    if (failure != null) {
      forget();
      call.failed(failure, heldBack.take());
      return;
    }
    heldBack.settle();
    if (done) {
      forget();
      heldBack.release();
      call.ended(new End.Done());
    }
  }

  private void deliver(Chunk chunk) {
    call.chunk(chunk);
    timer.delivered(chunk, feed);
  }

  private void silence() {
    if (refusal == null) {
      outOfTime();
      if (failure == null) {
        call.silent(timer.reached());
      } else {
        call.failed(failure, List.of()); // Waiting longer would not make it an answer.
      }
    } else {
      call.explained();
    }
  }

  private void refused(HttpResponse head, ByteBuffer body) {
    forget();
    call.refused(AnswerHead.answer(head, body));
  }

  private boolean wantedStream() {
    return options.form() == StreamOptions.Form.STREAMED;
  }

  /** The call that an attempt reports to. */
  interface Call {

    /** Called when the head of the response was read. */
    void headed(ResponseHead head);

    /** Called with the next chunk. */
    void chunk(Chunk chunk);

    /** Called when the stream has ended. */
    void ended(End end);

    /** Called when nothing arrived within a timeout. */
    void silent(End.Silent end);

    /** Called when the stream failed, with the chunks that were held back until then. */
    void failed(Failure failure, List<Chunk> held);

    /** Called when the server refused the request. */
    void refused(HttpAnswer answer);

    /** Called when the explanation of a refusal did not arrive in time. */
    void explained();

    /** Called when the connection ended before the response head. */
    void unanswered(End end);
  }
}

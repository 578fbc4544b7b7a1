package io.sluice.server.passage;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.server.count.UnrecordedRequest;
import io.sluice.server.front.ClientSide;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.PassedExchange;
import java.util.Optional;

/**
 * An answer on its way to the client, and a copy of it to the record. It is read no faster than the
 * client takes it, unless it goes on without its client. Mutable; confined to the client's loop.
 */
final class AnswerPassing implements PassedExchange.Receiver {

  /** The name of a run, in the head of its answer. */
  static final String RUN = "X-Sluice-Run";

  /** A client that is further behind than this is let go, where the answer does not wait for it. */
  private static final long MOST_UNSENT = 8L << 20;

  private final ClientSide client;
  private final PassedTerms terms;
  private final ContinueWait permission;
  private Optional<SilenceComments> comments = Optional.empty();
  private Runnable room = () -> {};
  private boolean over;

  AnswerPassing(ClientSide client, PassedTerms terms, ContinueWait permission) {
    this.client = client;
    this.terms = terms;
    this.permission = permission;
  }

  /** Sets what is told that more of the request can be written. */
  void whenWritable(Runnable told) {
    room = told;
  }

  /** The name of the endpoint that answers. */
  String endpoint() {
    return terms.endpoint();
  }

  /** A piece of the request came. */
  void request(HttpContent piece) {
    terms.record().ifPresent(run -> run.request(piece));
    terms.count().ifPresent(counted -> counted.sent(piece.content().readableBytes()));
  }

  /** Whether the answer goes on when its client has left. */
  boolean goesOn() {
    return terms.isDetached();
  }

  /** Whether the answer is complete, or broke off, or was never given. */
  boolean isOver() {
    return over;
  }

  /** The answer is not wanted any more. */
  void end() {
    over = true;
    comments.ifPresent(SilenceComments::stop);
    terms.count().ifPresent(UnrecordedRequest::over);
  }

  @Override
  public void writable() {
    room.run();
  }

  @Override
  public void head(HttpResponse head) {
    if (head.status().equals(HttpResponseStatus.CONTINUE)) {
      permission.say();
      return;
    }
    HttpHeaders fields = HopFields.without(head.headers());
    if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      client.informational(passed(head, fields));
      return;
    }
    permission.over();
    terms.record().ifPresent(run -> run.head(head));
    terms.count().ifPresent(counted -> counted.answered(head.status().code()));
    terms.record().filter(RunRecord::isKept).ifPresent(run -> fields.set(RUN, run.id()));
    client.head(passed(head, fields));
    comments =
        terms
            .keepAlive()
            .filter(pause -> SilenceComments.suits(head))
            .map(pause -> SilenceComments.begin(client, pause));
  }

  @Override
  public void piece(HttpContent piece) {
    terms.record().ifPresent(run -> run.piece(piece));
    terms.count().ifPresent(counted -> counted.received(piece.content().readableBytes()));
    comments.ifPresent(between -> between.passed(piece.content()));
    if (piece instanceof LastHttpContent) {
      end();
    }
    client.piece(piece);
  }

  @Override
  public void readEnded() {
    client.flush();
  }

  @Override
  public boolean wantsMore() {
    if (!terms.isDetached()) {
      return client.isWritable() && !terms.isSlowedByRecord();
    }
    if (client.unsent() > MOST_UNSENT) {
      client.drop();
    }
    return !terms.isSlowedByRecord();
  }

  @Override
  public void cut(PassedExchange.Cut how) {
    end();
    boolean reset = how == PassedExchange.Cut.RESET;
    terms
        .record()
        .ifPresent(
            run ->
                run.broke(
                    new Failure.Connection(
                        reset ? "the connection was reset" : "the connection was closed")));
    if (reset) {
      client.reset();
    } else {
      client.cut();
    }
  }

  @Override
  public void unanswered(Failure failure) {
    end();
    permission.over();
    terms.record().ifPresent(run -> run.unanswered(failure));
    client.refuse(UpstreamRefusal.of(terms.endpoint(), failure));
  }

  private static HttpResponse passed(HttpResponse head, HttpHeaders fields) {
    return new DefaultHttpResponse(HttpVersion.HTTP_1_1, head.status(), fields);
  }
}

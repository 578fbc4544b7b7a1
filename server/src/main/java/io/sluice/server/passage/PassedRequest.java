package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.server.front.ClientSide;
import io.sluice.server.front.RelayedRequest;
import io.sluice.server.http.Refusal;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.PassedExchange;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a server, from its client. Mutable; confined to the client's loop. What
 * comes before it can be passed on is held, and nothing more is read than a little of that.
 */
final class PassedRequest implements RelayedRequest {

  private static final int MOST_HELD = 64 * 1024;

  private final ClientSide client;
  private final Optional<RunRecord> record;
  private final ContinueWait permission;
  private final AnswerPassing answer;
  private final Queue<HttpContent> held = new ArrayDeque<>();
  private @Nullable PassedExchange exchange;
  private int heldBytes;
  private boolean whole;
  private boolean over;

  PassedRequest(
      ClientSide client,
      Optional<RunRecord> record,
      ContinueWait permission,
      AnswerPassing answer) {
    this.client = client;
    this.record = record;
    this.permission = permission;
    this.answer = answer;
    answer.whenWritable(this::upstreamWritable);
    record.ifPresent(run -> run.whenStopped(() -> client.loop().execute(this::stop)));
    record.ifPresent(run -> run.whenCaughtUp(() -> client.loop().execute(this::writable)));
  }

  /**
   * Passes the request on.
   *
   * @param ready completes when it can be, on any thread, with what takes the place of its key
   * @param passing begins the exchange
   */
  void begin(
      CompletionStage<Optional<EndpointKey>> ready,
      Function<Optional<EndpointKey>, PassedExchange> passing) {
    ready.whenComplete(
        (key, failure) ->
            onLoop(
                () -> {
                  if (over) {
                    return;
                  }
                  if (failure == null) {
                    pass(() -> passing.apply(key));
                  } else {
                    refuse(refusal(failure));
                  }
                }));
  }

  @Override
  public void piece(HttpContent piece) {
    permission.over();
    answer.request(piece);
    whole |= piece instanceof LastHttpContent;
    PassedExchange passing = exchange;
    if (over) {
      piece.release();
    } else if (passing == null) {
      heldBytes += piece.content().readableBytes();
      held.add(piece);
    } else {
      passing.write(piece);
    }
    if (whole) {
      record.ifPresent(RunRecord::begin);
    }
  }

  @Override
  public void readEnded() {
    if (exchange != null) {
      exchange.flush();
    }
    if (!mayCome()) {
      client.hold();
    }
  }

  @Override
  public void writable() {
    if (exchange != null && answer.wantsMore()) {
      exchange.resume();
    }
  }

  @Override
  public void gone() {
    if (over || (whole && exchange != null && answer.goesOn())) {
      return;
    }
    end();
    record.ifPresent(RunRecord::stopped);
  }

  /**
   * The run was stopped by one who may see it. Clients ask again by themselves after other statuses
   * that would fit.
   */
  private void stop() {
    if (!over && !answer.isOver()) {
      end();
      record.ifPresent(RunRecord::stopped);
      client.refuse(new Refusal(499, "stopped", "the run was stopped"));
    }
  }

  /** There is room for more of the request. */
  private void upstreamWritable() {
    if (mayCome()) {
      client.letCome();
    }
  }

  /** Nobody else would answer the client if the exchange cannot even be begun. */
  private void pass(Supplier<PassedExchange> passing) {
    PassedExchange begun;
    try {
      begun = passing.get();
    } catch (RuntimeException broken) {
      refuse(UpstreamRefusal.notPassed(answer.endpoint(), broken));
      return;
    }
    exchange = begun;
    heldBytes = 0;
    while (!held.isEmpty()) {
      begun.write(held.remove());
    }
    begun.flush();
    upstreamWritable();
  }

  private Refusal refusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof Refusal known
        ? known
        : UpstreamRefusal.withoutKey(answer.endpoint(), cause);
  }

  private void refuse(Refusal refused) {
    end();
    var said = new Failure.Connection(String.valueOf(refused.getMessage()));
    record.ifPresent(run -> run.unanswered(said));
    client.refuse(refused);
  }

  /** A request that is recorded before it is passed on is read to its end, or until too much. */
  private boolean mayCome() {
    if (exchange != null) {
      return exchange.isWritable();
    }
    boolean copying = record.filter(run -> !run.isBegun()).isPresent();
    return copying || heldBytes < MOST_HELD;
  }

  private void end() {
    over = true;
    permission.over();
    answer.end();
    held.forEach(ReferenceCountUtil::release);
    held.clear();
    if (exchange != null) {
      exchange.abandon();
    }
  }

  private void onLoop(Runnable step) {
    if (client.loop().inEventLoop()) {
      step.run();
    } else {
      client.loop().execute(step);
    }
  }
}

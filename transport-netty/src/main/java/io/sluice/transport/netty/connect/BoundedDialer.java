package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.sluice.transport.netty.connect.WaitingCall.Origin;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Dials while a transport has few enough connections, and lets calls wait otherwise, no longer than
 * dialling may take. Confined to its event loop.
 */
final class BoundedDialer {

  private final EventLoop loop;
  private final Dialer dialer;
  private final ConnectionSlots slots;

  /** Asks every pool of the transport to close an idle connection, for a call that waits. */
  private final Consumer<Target> makeRoom;

  private boolean closed;

  BoundedDialer(EventLoop loop, Dialer dialer, ConnectionSlots slots, Consumer<Target> makeRoom) {
    this.loop = loop;
    this.dialer = dialer;
    this.slots = slots;
    this.makeRoom = makeRoom;
  }

  Future<Connection> dial(Target target, Duration limit, Origin origin) {
    Promise<Connection> connected = loop.newPromise();
    Runnable dial = () -> dialNow(target, limit, connected);
    var call = new WaitingCall(loop, connected, origin, dial);
    switch (slots.enter(target, call)) {
      case GRANTED -> dial.run();
      case REFUSED -> connected.tryFailure(NoFreeConnection.inTheQueue(slots.most()));
      case WAITING -> await(target, limit, call);
    }
    return connected;
  }

  private void await(Target target, Duration limit, WaitingCall call) {
    var timer =
        loop.schedule(
            () -> {
              if (slots.forget(target, call)) {
                call.connected().tryFailure(NoFreeConnection.within(limit, slots.most()));
              }
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    call.connected()
        .addListener(
            done -> {
              timer.cancel(false);
              slots.forget(target, call);
            });
    makeRoom.accept(target);
  }

  private void dialNow(Target target, Duration limit, Promise<Connection> connected) {
    if (connected.isDone() || closed) {
      slots.leave(target); // That happened while the slot was on its way.
      connected.tryFailure(new ClosedTransport());
      return;
    }
    Future<Connection> dialling = dialer.dial(target, limit);
    connected.addListener(
        done -> {
          if (done.isCancelled()) {
            dialling.cancel(false);
          }
        });
    dialling.addListener(
        done -> {
          if (!dialling.isSuccess()) {
            slots.leave(target);
            connected.tryFailure(dialling.cause());
            return;
          }
          Connection connection = dialling.getNow();
          connection.channel().closeFuture().addListener(closed -> slots.leave(target));
          if (!connected.trySuccess(connection)) {
            connection.channel().close();
          }
        });
  }

  /**
   * Gives a connection that is not used any more to the first call that waits, or closes it if that
   * call is on another event loop; false if no call waits.
   */
  boolean handOver(Connection connection) {
    Target target = connection.target();
    Optional<WaitingCall> first = slots.first(target, loop);
    if (first.isPresent()) {
      loop.execute(() -> give(connection, first.get())); // Its last user is still about to leave.
      return true;
    }
    if (slots.anyWaits(target)) {
      connection.channel().close();
      return true;
    }
    return false;
  }

  private static void give(Connection connection, WaitingCall call) {
    if (!call.connected().trySuccess(connection)) {
      connection.channel().close();
    }
  }

  /** Fails all calls that wait. */
  void close() {
    closed = true;
    slots.drain().forEach(call -> call.connected().tryFailure(new ClosedTransport()));
  }
}

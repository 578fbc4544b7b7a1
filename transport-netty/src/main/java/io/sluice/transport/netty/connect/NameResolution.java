package io.sluice.transport.netty.connect;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Resolves names through the JDK, which honours hosts files and the system's settings but blocks.
 * It therefore runs on an executor of its own, never on the event loop.
 */
public final class NameResolution extends AddressResolverGroup<InetSocketAddress> {

  private final Executor blocking;

  /** Creates a resolver that asks the system on {@code blocking}. */
  public NameResolution(Executor blocking) {
    this.blocking = blocking;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new JdkNames(executor, blocking).asAddressResolver();
  }

  private static final class JdkNames extends InetNameResolver {

    private final Executor blocking;

    JdkNames(EventExecutor executor, Executor blocking) {
      super(executor);
      this.blocking = blocking;
    }

    @Override
    protected void doResolve(String name, Promise<InetAddress> address) {
      blocking.execute(
          () -> {
            try {
              address.trySuccess(InetAddress.getByName(name));
            } catch (UnknownHostException unknown) {
              address.tryFailure(unknown);
            }
          });
    }

    @Override
    protected void doResolveAll(String name, Promise<List<InetAddress>> addresses) {
      blocking.execute(
          () -> {
            try {
              addresses.trySuccess(List.of(InetAddress.getAllByName(name)));
            } catch (UnknownHostException unknown) {
              addresses.tryFailure(unknown);
            }
          });
    }
  }
}

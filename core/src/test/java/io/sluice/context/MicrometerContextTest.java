package io.sluice.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerContextTest {

  private final ThreadLocal<String> tenant = new ThreadLocal<>();
  private final List<String> seen = new ArrayList<>();
  private final MicrometerContext context = MicrometerContext.of(snapshots());

  @AfterEach
  void forget() {
    tenant.remove();
  }

  @Test
  void aValueOfTheCallerIsThereOnAnotherThread() throws Exception {
    tenant.set("acme");
    ContextPropagation.Captured captured = context.capture();
    tenant.set("later");

    onAnotherThread(() -> captured.run(this::look));

    assertThat(seen).containsExactly("acme");
  }

  @Test
  void behindTheTaskAThreadHasItsOwnValueAgain() throws Exception {
    tenant.set("acme");
    ContextPropagation.Captured captured = context.capture();

    onAnotherThread(
        () -> {
          tenant.set("own");
          captured.run(this::look);
          look();
        });

    assertThat(seen).containsExactly("acme", "own");
  }

  @Test
  void whatTheCallerDidNotHaveTheTaskDoesNotHaveEither() throws Exception {
    ContextPropagation.Captured captured = context.capture();

    onAnotherThread(
        () -> {
          tenant.set("own");
          captured.run(this::look);
          look();
        });

    assertThat(seen).containsExactly(null, "own");
  }

  @Test
  void theGlobalRegistryIsTheStandard() throws Exception {
    ContextRegistry.getInstance().registerThreadLocalAccessor("sluice.tenant", tenant);
    try {
      tenant.set("acme");
      ContextPropagation.Captured captured = MicrometerContext.global().capture();

      onAnotherThread(() -> captured.run(this::look));
    } finally {
      ContextRegistry.getInstance().removeThreadLocalAccessor("sluice.tenant");
    }

    assertThat(seen).containsExactly("acme");
  }

  private void look() {
    seen.add(tenant.get());
  }

  private ContextSnapshotFactory snapshots() {
    var registry = new ContextRegistry();
    registry.registerThreadLocalAccessor("tenant", tenant);
    return ContextSnapshotFactory.builder().contextRegistry(registry).clearMissing(true).build();
  }

  private static void onAnotherThread(Runnable task) throws InterruptedException {
    var thread = new Thread(task);
    thread.start();
    thread.join();
  }
}

package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the Reactive Streams TCK and counts: beside other tests it is easily not run at all, and
 * green. Twelve of its rules it skips by itself: those on multicast, which one answer for one
 * subscriber is not, and those it knows no test for.
 */
@Tag("thorough")
class PublisherTckTest {

  @Test
  void theStreamOfAServerKeepsTheRulesOfReactiveStreams() {
    assertPasses(NettyPublisherTck.class, 26);
  }

  /** One fewer: it asks for two billion chunks, and no file holds so many. */
  @Test
  void theStreamOfARecordKeepsTheRulesOfReactiveStreams() {
    assertPasses(ReplayPublisherTck.class, 25);
  }

  private static void assertPasses(Class<?> verification, int executed) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(verification))
                .filters(EngineFilter.includeEngines("testng"))
                .build(),
            listener);
    TestExecutionSummary summary = listener.getSummary();
    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier() + ": " + failure.getException())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(executed);
    assertThat(summary.getTestsAbortedCount() + summary.getTestsSkippedCount())
        .isEqualTo(38 - executed);
  }
}

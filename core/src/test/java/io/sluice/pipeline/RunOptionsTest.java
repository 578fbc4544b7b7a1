package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.text.HeaderField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one run has that others of its pipeline have not. */
class RunOptionsTest {

  private static final Timeouts PATIENT = Timeouts.defaults().firstToken(Duration.ofMinutes(20));

  private final List<StreamContext> contexts = new ArrayList<>();
  private final List<StreamOptions> opened = new ArrayList<>();
  private final Pipeline pipeline =
      Pipeline.from(
              new TestTransport(
                  options -> {
                    opened.add(options);
                    return TestSource.completing("x");
                  }))
          .options(StreamOptions.defaults().attribute("tenant", "blue").attribute("team", "search"))
          .through(Noting::new)
          .to("a", Listening::new)
          .build();

  @Test
  void sinksAndStagesAreToldTheIdTheAttributesAndTheParent() {
    var parent = new Object();
    RunOptions options =
        RunOptions.defaults().id("row_17.a-2").attribute("tenant", "red").parent(parent);

    pipeline.run(TestRun.REQUEST, options.attribute("custom_id", "17"));
    pipeline
        .start(TestRun.REQUEST, options.attribute("custom_id", "17"))
        .result()
        .toCompletableFuture()
        .join();

    assertThat(contexts)
        .hasSize(4)
        .allSatisfy(
            context -> {
              assertThat(context.id()).isEqualTo("row_17.a-2");
              assertThat(context.parent()).containsSame(parent);
              assertThat(context.attributes())
                  .containsExactly(
                      Map.entry("tenant", "red"),
                      Map.entry("team", "search"),
                      Map.entry("custom_id", "17"));
            });
  }

  @Test
  void aRunWithoutOptionsHasAnIdOfItsOwnAndWhatThePipelineHas() {
    pipeline.run(TestRun.REQUEST);
    pipeline.run(TestRun.REQUEST);

    assertThat(contexts.get(0).id()).matches("[0-9a-z-]+").isNotEqualTo(contexts.get(2).id());
    assertThat(contexts.get(0).parent()).isEmpty();
    assertThat(contexts.get(0).attributes()).containsOnlyKeys("tenant", "team");
  }

  @Test
  void timeoutsRetriesAndOtherChangesHoldForThatRunAlone() {
    RunOptions options =
        RunOptions.defaults()
            .timeouts(PATIENT)
            .retries(Retries.none())
            .options(given -> given.header("traceparent", "00-1"))
            .options(given -> given.header("traceparent", "00-2").withoutUsage());

    pipeline.run(TestRun.REQUEST, options);
    pipeline.run(TestRun.REQUEST);

    assertThat(opened.get(0).timeouts()).isEqualTo(PATIENT);
    assertThat(opened.get(0).retries()).isEqualTo(Retries.none());
    assertThat(opened.get(0).headers()).extracting(HeaderField::value).containsExactly("00-2");
    assertThat(opened.get(0).usage()).isEqualTo(StreamOptions.UsageReport.NOT_ASKED_FOR);
    assertThat(opened.get(1).timeouts()).isEqualTo(Timeouts.defaults());
    assertThat(opened.get(1).retries()).isEqualTo(Retries.defaults());
    assertThat(opened.get(1).headers()).isEmpty();
  }

  @Test
  void sourcesTakeOptionsToo() {
    var transport = TestTransport.completing("x");

    pipeline.run(transport.source(TestRun.REQUEST), RunOptions.defaults().id("first"));
    pipeline
        .start(transport.source(TestRun.REQUEST), RunOptions.defaults().id("second"))
        .result()
        .toCompletableFuture()
        .join();

    assertThat(contexts).extracting(StreamContext::id).containsOnly("first", "second");
  }

  @Test
  void anIdIsANameForAFileEverywhere() {
    for (String id : List.of("a", "7", "row_17", "a.b-c_d.e", "x".repeat(100))) {
      assertThat(RunOptions.defaults().id(id).id()).contains(id);
    }
    for (String id :
        List.of("", ".", "..", "a..b", "a.", ".a", "-a", "a b", "a/b", "a\\b", "a\n", "ä")) {
      assertThatThrownBy(() -> RunOptions.defaults().id(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the id '")
          .hasMessageEndingWith(
              "cannot name a run; use up to 100 letters, digits, hyphens, underscores and single"
                  + " dots, and begin with a letter or digit")
          .hasMessageNotContaining("\n");
    }
    assertThatThrownBy(() -> RunOptions.defaults().id("x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributesHaveTheBoundsOfStreamOptions() {
    RunOptions full = RunOptions.defaults();
    for (int i = 0; i < StreamOptions.MOST_ATTRIBUTES - 1; i++) {
      full = full.attribute("name" + i, "value");
    }
    RunOptions tooMany = full;

    assertThatThrownBy(() -> pipeline.start(TestRun.REQUEST, tooMany))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute 'name30' is one more than 32; use fewer");
    assertThat(contexts).isEmpty();
    assertThatThrownBy(() -> tooMany.attribute("a", "b").attribute("c", "d"))
        .hasMessage("attribute 'c' is one more than 32; use fewer");
    assertThatThrownBy(() -> RunOptions.defaults().attribute("", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tooMany.attributes()).hasSize(31);
  }

  private final class Listening implements Sink {
    @Override
    public void onOpen(StreamContext context) {
      contexts.add(context);
    }

    @Override
    public void onChunk(Chunk chunk) {}
  }

  private final class Noting implements Stage {
    @Override
    public void onOpen(StreamContext context) {
      contexts.add(context);
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      outlet.pass(chunk);
    }
  }
}

package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sink.SinkFactory;
import java.nio.file.Path;
import java.util.Map;

/** Runs whose sinks come from one factory, one after the other and at the same time. */
final class FactoryTrials {

  private final SinkContract contract;
  private final SinkRuns runs;

  FactoryTrials(SinkContract contract, SinkRuns runs) {
    this.contract = contract;
    this.runs = runs;
  }

  void assertRunsShareNothing() {
    SinkFactory factory = contract.factory();
    String first = output(factory, SinkTrials.whole());
    Map<String, String> held = HeldState.of(factory);
    output(factory, AnswerScript.answer("Something ", "else."));
    assertThat(HeldState.changes(held, HeldState.of(factory)))
        .as("D4: fields of the factory that change with each run; keep such state in the sink")
        .isEmpty();
    assertThat(output(factory, SinkTrials.whole()))
        .as(
            "D4: the output of a later run, which differs from that of the first; does the factory"
                + " keep state, or written(folder) return earlier output?")
        .isEqualTo(first);
    assertTwoAtOnceShareNothing(factory, first);
  }

  /** Checks files alone: other output is rarely kept apart while two sinks write. */
  private void assertTwoAtOnceShareNothing(SinkFactory factory, String alone) {
    Path one = runs.folder();
    Path other = runs.folder();
    runs.playToTwo(factory, SinkTrials.whole(), one, other);
    if (Footprint.filesUnder(one).isEmpty() && Footprint.filesUnder(other).isEmpty()) {
      return;
    }
    for (Path folder : new Path[] {one, other}) {
      assertThat(WrittenText.unnumbered(contract.written(folder)))
          .as(
              "D4: the output of a sink while another of the factory was used; do they share"
                  + " state?")
          .isEqualTo(alone);
    }
  }

  private String output(SinkFactory factory, AnswerScript stream) {
    Path folder = runs.folder();
    runs.play(factory, stream, folder);
    Thread.interrupted(); // A flag that the sink has set would stop the next run.
    return WrittenText.unnumbered(contract.written(folder));
  }
}

package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sources that are handed to a pipeline, and what its sinks are told of them. */
class PipelineSourceTest {

  private final Journal journal = new Journal();
  private final Told told = new Told();

  @Test
  void aSourceIsRunWithoutATransport() {
    PipelineResult result = pipeline(journal.sink("a")).run(completing("x", "y"));

    assertThat(result.completion().text()).isEqualTo("xy");
    assertThat(journal.lines())
        .containsExactly(
            "a.open", "a.chunk x", "a.chunk y", "a.chunk", "a.end completed xy", "a.close");
  }

  @Test
  void onePipelineRunsASourceAfterTheOther() {
    Pipeline pipeline = pipeline(journal.sink("a"));

    assertThat(pipeline.start(completing("x")).result().toCompletableFuture().join().completion())
        .extracting(completion -> completion.text())
        .isEqualTo("x");
    assertThat(pipeline.run(completing("y")).completion().text()).isEqualTo("y");
  }

  @Test
  void sinksAreToldWhereTheAnswerComesFrom() {
    pipeline(told).run(completing("x").answering(TestRun.REQUEST));

    assertThat(told.context().endpoint()).isEqualTo("a.record");
    assertThat(told.context().dialect()).isEqualTo("acme");
    assertThat(told.context().request()).contains(TestRun.REQUEST);
  }

  @Test
  void sinksAreToldOfNoRequestWhereNoneIsKnown() {
    pipeline(told).run(completing("x"));

    assertThat(told.context().request()).isEmpty();
  }

  @Test
  void aRequestIsASourceOfThePipelinesTransport() {
    ChatRequest request = ChatRequest.of("m", "another");

    Pipeline.from(TestTransport.completing("x")).to("a", () -> told).build().run(request);

    assertThat(told.context().request()).contains(request);
    assertThat(told.context().endpoint()).isEqualTo("test");
    assertThat(told.context().dialect()).isEqualTo("openai");
  }

  @Test
  void aPipelineWithATransportRunsOtherSourcesToo() {
    Pipeline pipeline = Pipeline.from(TestTransport.completing("x")).to("a", () -> told).build();

    assertThat(pipeline.run(completing("y")).completion().text()).isEqualTo("y");
    assertThat(told.context().endpoint()).isEqualTo("a.record");
  }

  @Test
  void aPipelineOfSourcesRefusesRequestsBeforeAnySinkIsTouched() {
    Pipeline pipeline = pipeline(journal.sink("a"));

    assertThatThrownBy(() -> pipeline.run(TestRun.REQUEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the pipeline was built without a transport; run a source, or build it with"
                + " Pipeline.from(transport)");
    assertThatThrownBy(() -> pipeline.start(TestRun.REQUEST))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void aSourceIsOpenedWithTheOptionsOfThePipeline() {
    TestRecord record = completing("x");

    Pipeline.ofSources()
        .options(StreamOptions.defaults().retries(Retries.none()))
        .to("a", journal.sink("a"))
        .build()
        .run(record);

    assertThat(record.opened).extracting(StreamOptions::retries).containsExactly(Retries.none());
  }

  @Test
  void aSourceThatCannotBeOpenedTouchesNoSink() {
    TestRecord spent =
        TestRecord.of(
            () -> {
              throw new IllegalStateException("the message was taken before");
            });
    Pipeline pipeline = pipeline(journal.sink("a"));

    assertThatThrownBy(() -> pipeline.run(spent)).hasMessage("the message was taken before");
    assertThatThrownBy(() -> pipeline.start(spent)).hasMessage("the message was taken before");
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void aRunThatIsStoppedBeforeItsSinksAreOpenReadsNothing() {
    List<Runnable> queue = new ArrayList<>();
    TestSource unread = TestSource.completing("x");
    Pipeline pipeline =
        Pipeline.ofSources().to("a", journal.sink("a")).executor(queue::add).build();
    Run run = pipeline.start(TestRecord.of(() -> unread));

    run.stop();
    queue.get(0).run();

    assertThat(run.result().toCompletableFuture().join().outcome().status())
        .isEqualTo(Status.STOPPED);
    assertThat(unread.started.getCount()).isEqualTo(1);
    assertThat(journal.lines()).containsExactly("a.close");
  }

  private static TestRecord completing(String... texts) {
    return TestRecord.of(() -> TestSource.completing(texts));
  }

  private static Pipeline pipeline(Sink sink) {
    return Pipeline.ofSources().to("a", () -> sink).build();
  }

  /** Remembers what it was told when it was opened last. */
  private static final class Told implements Sink {
    private @Nullable StreamContext context;

    StreamContext context() {
      return Objects.requireNonNull(context, "not opened");
    }

    @Override
    public void onOpen(StreamContext given) {
      context = given;
    }

    @Override
    public void onChunk(Chunk chunk) {}
  }
}

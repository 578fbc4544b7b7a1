package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.feed.TestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** The answer of a transport as a source. */
class RequestSourceTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private final Transport transport = new Transport();
  private final Source source = transport.source(REQUEST);

  @Test
  void aSourceSaysWhatIsAskedAndWhere() {
    assertThat(source.request()).contains(REQUEST);
    assertThat(source.endpoint()).isEqualTo("test");
    assertThat(source.dialect()).isEqualTo("openai");
  }

  @Test
  void aSourceThatIsNotOpenedAsksNothing() {
    assertThat(transport.asked).isEmpty();
  }

  @Test
  void anOpenedSourceSendsNothingUntilItIsPulled() {
    ChatStream stream = source.open();
    assertThat(transport.answers.get(0).started.getCount()).isEqualTo(1);

    assertThat(stream.completion().text()).isEqualTo("xy");
    assertThat(transport.asked).containsExactly(REQUEST);
  }

  @Test
  void theAnswerIsPushedToASubscriber() {
    var text = new CompletableFuture<String>();

    source.open().publisher().subscribe(new Joining(text));

    assertThat(text.join()).isEqualTo("xy");
  }

  @Test
  void eachOpeningAsksAnewAndIsReadByItself() {
    ChatStream first = source.open();
    ChatStream second = source.open();
    assertThat(first.iterator().next().text()).isEqualTo("x");

    assertThat(second.completion().text()).isEqualTo("xy");
    assertThat(first.completion().text()).isEqualTo("xy");
    assertThat(transport.asked).containsExactly(REQUEST, REQUEST);
  }

  @Test
  void aStreamThatIsClosedBeforeItIsReadHasAskedNothing() {
    ChatStream stream = source.open();

    stream.close();

    assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
    assertThat(transport.answers.get(0).started.getCount()).isEqualTo(1);
  }

  @Test
  void aClosedTransportRefusesToBeAsked() {
    transport.close();

    assertThatThrownBy(source::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the transport is closed");
  }

  /** Answers x and y, and remembers what it was asked. */
  private static final class Transport implements ChatTransport {
    private final List<ChatRequest> asked = new ArrayList<>();
    private final List<TestSource> answers = new ArrayList<>();
    private boolean closed;

    @Override
    public ChatStream stream(ChatRequest request, StreamOptions options) {
      if (closed) {
        throw new IllegalStateException("the transport is closed");
      }
      asked.add(request);
      answers.add(TestSource.completing("x", "y"));
      return FedStream.of(answers.get(answers.size() - 1));
    }

    @Override
    public String endpoint() {
      return "test";
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class Joining implements Flow.Subscriber<Chunk> {
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> whole;

    Joining(CompletableFuture<String> whole) {
      this.whole = whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chunk chunk) {
      text.append(chunk.text());
    }

    @Override
    public void onError(Throwable reason) {
      whole.completeExceptionally(reason);
    }

    @Override
    public void onComplete() {
      whole.complete(text.toString());
    }
  }
}

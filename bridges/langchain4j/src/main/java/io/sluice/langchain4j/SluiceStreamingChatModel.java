package io.sluice.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.sluice.pipeline.Pipeline;
import io.sluice.stream.ChatTransport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A chat model of langchain4j that streams the answers of a transport. Thread-safe. The transport
 * stays the caller's, who closes it.
 *
 * <p>{@code chat} returns at once. The calls to one response handler come one after the other, each
 * seeing what the one before did, but not always on the same thread: a stream has no thread of its
 * own. The handler may block; the stream then waits. Each answer ends with either {@code
 * onCompleteResponse} or an error, and with neither after {@code StreamingHandle.cancel()}. Calls
 * of tools are complete only when the answer is, so {@code onCompleteToolCall} comes at its end.
 *
 * <p>An error of a stream is the exception of langchain4j that fits; its cause is a {@code
 * StreamException}, whose outcome has the answer so far. An answer that was cut short is a {@link
 * TruncatedAnswerException}. What the handler throws goes to its own {@code onError}, and the
 * stream goes on.
 */
public final class SluiceStreamingChatModel implements StreamingChatModel {

  private final ModelTerms terms;
  private final Optional<Executor> executor;

  private SluiceStreamingChatModel(Builder builder) {
    terms = builder.terms();
    executor = builder.executor;
  }

  /** Starts a model that asks {@code transport}. */
  public static Builder builder(ChatTransport transport) {
    return new Builder(transport);
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    var sink = new ResponseSink(handler);
    try {
      Pipeline.Builder pipeline =
          Pipeline.from(terms.transport()).options(terms.options()).to("handler", sink);
      executor.ifPresent(pipeline::executor);
      pipeline.build().start(terms.translate(request)).result().thenAccept(sink::endUnlessEnded);
    } catch (IllegalArgumentException refused) {
      sink.failed(FailureTranslation.exception(refused));
    } catch (RuntimeException refused) {
      sink.failed(refused);
    }
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return terms.parameters();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return terms.listeners();
  }

  @Override
  public ModelProvider provider() {
    return terms.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return terms.capabilities();
  }

  /** Builds a model. Mutable; for one thread. */
  public static final class Builder extends ModelBuilder<Builder> {

    private Optional<Executor> executor = Optional.empty();

    private Builder(ChatTransport transport) {
      super(transport);
    }

    /**
     * Sets where response handlers are called. If none is given, they are called where pipelines
     * call their sinks: on virtual threads from JDK 24 on, before that on threads that all
     * pipelines share.
     */
    public Builder executor(Executor where) {
      executor = Optional.of(where);
      return this;
    }

    /** The model; the builder can go on. */
    public SluiceStreamingChatModel build() {
      return new SluiceStreamingChatModel(this);
    }

    @Override
    Builder self() {
      return this;
    }
  }
}

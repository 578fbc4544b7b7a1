package io.sluice.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.internal.InternalStreamingChatResponseHandlerUtils;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import java.util.List;

/** Tells the response handler of one answer. Mutable; called in turns, as a sink is. */
final class ResponseSink implements Sink {

  private final StreamingChatResponseHandler handler;
  private final CancelHandle handle = new CancelHandle();
  private final PartialToolCalls toolCalls = new PartialToolCalls();
  private volatile boolean ended;

  ResponseSink(StreamingChatResponseHandler handler) {
    this.handler = handler;
  }

  @Override
  public void onOpen(StreamContext context) {
    handle.stops(context);
  }

  @Override
  public void onChunk(Chunk chunk) {
    boolean told = chunk.deltas().isEmpty();
    for (Delta delta : chunk.deltas()) {
      told |= !(delta instanceof Delta.Other);
      if (delta.choice() == 0 && !handle.isCancelled()) {
        tell(delta);
      }
    }
    if (!told && !handle.isCancelled()) {
      InternalStreamingChatResponseHandlerUtils.onUnmappedRawEvent(handler, chunk);
    }
  }

  private void tell(Delta delta) {
    if (delta instanceof Delta.Text added) {
      text(added.text());
    } else if (delta instanceof Delta.Refusal added) {
      text(added.text());
    } else if (delta instanceof Delta.Reasoning added) {
      InternalStreamingChatResponseHandlerUtils.onPartialThinking(handler, added.text(), handle);
    } else if (delta instanceof Delta.ToolCall fragment) {
      toolCalls
          .next(fragment)
          .ifPresent(
              partial ->
                  InternalStreamingChatResponseHandlerUtils.onPartialToolCall(
                      handler, partial, handle));
    }
  }

  private void text(String added) {
    InternalStreamingChatResponseHandlerUtils.onPartialResponse(handler, added, handle);
  }

  @Override
  public void onEnd(Outcome outcome) {
    ended = true;
    if (handle.isCancelled()) {
      return;
    }
    if (outcome.status() != Status.COMPLETED) {
      failed(FailureTranslation.exception(new StreamException(outcome)));
      return;
    }
    ChatResponse response = AnswerTranslation.response(outcome.completion());
    List<ToolExecutionRequest> calls = response.aiMessage().toolExecutionRequests();
    for (int index = 0; index < calls.size(); index++) {
      InternalStreamingChatResponseHandlerUtils.onCompleteToolCall(
          handler, new CompleteToolCall(index, calls.get(index)));
    }
    InternalStreamingChatResponseHandlerUtils.onCompleteResponse(handler, response);
  }

  /** Tells the handler of an error; an exception of the handler is logged by langchain4j. */
  void failed(Throwable error) {
    ended = true;
    InternalStreamingChatResponseHandlerUtils.withLoggingExceptions(() -> handler.onError(error));
  }

  /**
   * Tells the handler how its run ended if {@link #onEnd} was not called: the executor refused the
   * run, or the handler threw an error.
   */
  void endUnlessEnded(PipelineResult result) {
    if (ended || handle.isCancelled()) {
      return;
    }
    if (result.sinkFailures().isEmpty()) {
      onEnd(result.outcome());
    } else {
      failed(result.sinkFailures().get(0).cause());
    }
  }
}

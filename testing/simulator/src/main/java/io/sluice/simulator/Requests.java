package io.sluice.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.openai.RefusalJson;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.Step;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects a request's body up to the bound; refuses a larger one with OpenAI's error. */
final class Requests extends HttpObjectAggregator {
  static final int MOST_BYTES = 16 << 20;

  /** How long a client may take to read its refusal and close the connection. */
  private static final long SECONDS_TO_LEAVE = 2;

  Requests() {
    super(MOST_BYTES);
  }

  /** Written by hand like every answer here, since the pipeline has no encoder. */
  @Override
  protected @Nullable Object newContinueResponse(
      HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
    if (HttpUtil.is100ContinueExpected(start)
        && HttpUtil.getContentLength(start, 0L) <= maxContentLength) {
      pipeline.writeAndFlush(Wire.plain(Step.Raw.of("HTTP/1.1 100 Continue\r\n\r\n").bytes()));
    }
    return null;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
    var refusal =
        ErrorBody.of("the body is larger than 16 MiB; send less", "invalid_request_error");
    Documents.json(413, RefusalJson.body(refusal))
        .forEachRemaining(
            step -> {
              if (step instanceof Step.Head head) {
                context.write(Wire.head(head.with("Connection", "close")));
              } else if (step instanceof Step.Body body) {
                context.write(Wire.plain(body.bytes()));
              }
            });
    // Closing with unread bytes would reset the connection and lose the answer.
    context.flush();
    ((SocketChannel) context.channel()).shutdownOutput();
    context.executor().schedule(() -> context.close(), SECONDS_TO_LEAVE, TimeUnit.SECONDS);
  }
}

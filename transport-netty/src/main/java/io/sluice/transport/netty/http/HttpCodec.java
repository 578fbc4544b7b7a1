package io.sluice.transport.netty.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes the HTTP codec of a connection. It sets the bounds, and accepts what gateways get wrong as
 * curl does: it ignores a length beside a chunked body and a second "chunked", and a line may end
 * with LF alone.
 */
public final class HttpCodec {

  private static final int LONGEST_STATUS_LINE = 8 * 1024;
  private static final int LARGEST_HEAD = 64 * 1024;

  private HttpCodec() {}

  /** Returns a codec for one connection. */
  public static HttpClientCodec make() {
    var reading =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_STATUS_LINE)
            .setMaxHeaderSize(LARGEST_HEAD)
            .setUseRfc9112TransferEncoding(false)
            .setAllowDuplicateContentLengths(true)
            .setStrictLineParsing(false)
            .setHeadersFactory(new Fields());
    return new HttpClientCodec(reading, false, false);
  }

  private static final class Fields implements HttpHeadersFactory {
    @Override
    public HttpHeaders newHeaders() {
      return new ChunkedOnce();
    }

    @Override
    public HttpHeaders newEmptyHeaders() {
      return newHeaders();
    }
  }

  /** Header fields that accept "chunked" at most once. Mutable, as all header fields are. */
  private static final class ChunkedOnce extends DefaultHttpHeaders {

    @Override
    public HttpHeaders add(CharSequence name, Object value) {
      if (!HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
        return super.add(name, value);
      }
      if (!contains(name) && isChunked(value.toString())) {
        return super.add(name, value); // The usual case.
      }
      String all = String.join(",", getAll(name)) + "," + value;
      List<String> codings =
          Arrays.stream(all.split(",")).map(String::strip).filter(any -> !any.isEmpty()).toList();
      boolean chunked = codings.stream().anyMatch(ChunkedOnce::isChunked);
      String once =
          codings.stream().filter(any -> !isChunked(any)).collect(Collectors.joining(", "));
      String rest = once.isEmpty() ? "" : once + ", ";
      return set(name, chunked ? rest + HttpHeaderValues.CHUNKED : once);
    }

    private static boolean isChunked(String coding) {
      return HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(coding);
    }
  }
}

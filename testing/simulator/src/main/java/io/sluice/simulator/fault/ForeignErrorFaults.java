package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import java.util.List;

/** Errors inside a stream that are not under {@code error}, each in the form of some server. */
final class ForeignErrorFaults {
  private static final String MESSAGE = "\"" + ErrorFaults.MESSAGE + "\"";

  static final List<FaultKind> KINDS =
      List.of(
          error(
              "error-dashscope",
              "data: {\"code\": \"…\", \"message\": \"…\", \"request_id\": \"…\"}",
              "{\"code\":\"InternalError\",\"message\":" + MESSAGE + ",\"request_id\":\"r-1\"}"),
          error(
              "error-cloudflare",
              "data: {\"success\": false, \"errors\": [{…}]}",
              "{\"success\":false,\"errors\":[{\"code\":5007,\"message\":"
                  + MESSAGE
                  + "}],\"messages\":[],\"result\":null}"),
          error("error-detail", "data: {\"detail\": \"…\"}", "{\"detail\":" + MESSAGE + "}"),
          error(
              "error-details",
              "data: {\"code\": 500, \"details\": \"…\"}",
              "{\"code\":500,\"details\":" + MESSAGE + "}"),
          error(
              "error-flat",
              "data: {\"type\": \"error\", \"message\": \"…\"}",
              "{\"type\":\"error\",\"message\":" + MESSAGE + "}"),
          error(
              "error-qianfan",
              "data: {\"error_code\": 336000, \"error_msg\": \"…\"}",
              "{\"error_code\":336000,\"error_msg\":" + MESSAGE + ",\"id\":\"as-1\"}"),
          error(
              "error-minimax",
              "data: {\"base_resp\": {\"status_code\": 1000, \"status_msg\": \"…\"}}",
              "{\"id\":\"1\",\"choices\":null,\"base_resp\":{\"status_code\":1000,\"status_msg\":"
                  + MESSAGE
                  + "}}"),
          error(
              "error-empty-choices",
              "data: {\"choices\": [], \"code\": 500, \"message\": \"…\"}",
              "{\"choices\":[],\"code\":500,\"message\":" + MESSAGE + "}"));

  private ForeignErrorFaults() {}

  /** Such servers send the end marker even after an error. */
  private static FaultKind error(String name, String shape, String json) {
    return FaultKind.of(
        Phase.EVENTS,
        name,
        "K",
        3,
        shape + " after K events, then [DONE]",
        events ->
            (healthy, exchange) ->
                healthy.after(
                    events, rest -> Script.of(exchange.event(json)).then(exchange.ending())));
  }
}

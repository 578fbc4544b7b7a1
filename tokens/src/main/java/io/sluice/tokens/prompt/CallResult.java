package io.sluice.tokens.prompt;

/**
 * What a function returned.
 *
 * @param call the call it answers
 * @param content what it returned
 */
record CallResult(FunctionCall call, MessageContent content) {}

package com.gammareplay.api.conventions;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses bodies that say of themselves that they are not plain UTF-8, wherever a call takes a body. */
@ControllerAdvice
class BodyForm extends RequestBodyAdviceAdapter {

    private static final String IDENTITY = "identity";

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (!encodings(message.getHeaders()).allMatch(IDENTITY::equalsIgnoreCase)) {
            throw refusal("The body must not be encoded, nor compressed.", HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        }
        var contentType = message.getHeaders().getContentType();
        var charset = contentType == null ? null : contentType.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw refusal("The body must be UTF-8.", HttpHeaders.ACCEPT, "application/json");
        }
        return message;
    }

    private static Stream<String> encodings(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(encoding -> !encoding.isEmpty());
    }

    private static ErrorResponseException refusal(String detail, String header, String accepted) {
        var refusal = new ErrorResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        refusal.setDetail(detail);
        refusal.getHeaders().set(header, accepted);
        return refusal;
    }
}

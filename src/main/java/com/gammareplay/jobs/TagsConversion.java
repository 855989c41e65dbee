package com.gammareplay.jobs;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import tools.jackson.databind.json.JsonMapper;

/** Keeps tags as a JSON array in one column, and callback URLs as they are. */
@Configuration(proxyBeanMethods = false)
class TagsConversion {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        var mapper = JsonMapper.shared();
        return JdbcCustomConversions.of(
                dialect, List.of(new Write(mapper), new Read(mapper), new WriteUrl(), new ReadUrl()));
    }

    @WritingConverter
    private record Write(JsonMapper mapper) implements Converter<Tags, String> {
        @Override
        public String convert(Tags tags) {
            return mapper.writeValueAsString(tags.values());
        }
    }

    @ReadingConverter
    private record Read(JsonMapper mapper) implements Converter<String, Tags> {
        @Override
        public Tags convert(String json) {
            return new Tags(List.of(mapper.readValue(json, String[].class)));
        }
    }

    @WritingConverter
    private record WriteUrl() implements Converter<CallbackUrl, String> {
        @Override
        public String convert(CallbackUrl url) {
            return url.value();
        }
    }

    @ReadingConverter
    private record ReadUrl() implements Converter<String, CallbackUrl> {
        @Override
        public CallbackUrl convert(String url) {
            return new CallbackUrl(url);
        }
    }
}

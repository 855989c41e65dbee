package com.gammareplay.config;

import com.gammareplay.parameters.NearestName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** Refuses settings that Spring Boot would pass over or take for others, by the name that was typed. */
final class SettingsCheck implements BeanFactoryPostProcessor {

    private static final String PREFIX = "gamma.";
    private static final Pattern OURS = Pattern.compile("(?i)(gamma[._])(.+)");
    private static final Pattern ELEMENT = Pattern.compile("(\\[|_[0-9]).*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String REMEDY = "docs/operations.md says what can be set.";
    /** Of other types nothing is said here: their values may be secrets. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            Boolean.class, "true or false",
            Duration.class, "a time such as 30s or 10m",
            DataSize.class, "a size such as 500MB or 10GB",
            URI.class, "a URL");

    private final ConfigurableEnvironment environment;

    SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var settings = settings(beans);
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some) {
                for (var name : some.getPropertyNames()) {
                    check(name, source, settings);
                }
            }
        }
    }

    /** By their names behind {@code gamma.}, in dashed form. */
    private static Map<String, RecordComponent> settings(ConfigurableListableBeanFactory beans) {
        var settings = new LinkedHashMap<String, RecordComponent>();
        for (var bean : beans.getBeanDefinitionNames()) {
            if (beans.getBeanDefinition(bean) instanceof AbstractBeanDefinition definition
                    && definition.hasBeanClass()) {
                add(definition.getBeanClass(), settings);
            }
        }
        return settings;
    }

    private static void add(Class<?> type, Map<String, RecordComponent> settings) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        if (annotation == null || !type.isRecord() || !(annotation.value() + ".").startsWith(PREFIX)) {
            return;
        }
        for (var setting : type.getRecordComponents()) {
            var name = annotation.value() + "." + DataObjectPropertyName.toDashedForm(setting.getName());
            settings.put(name.substring(PREFIX.length()), setting);
        }
    }

    private void check(String name, PropertySource<?> source, Map<String, RecordComponent> settings) {
        var isTyped = source instanceof CommandLinePropertySource;
        var typed = isTyped ? "--" + name : name;
        var ours = OURS.matcher(name);
        if (!ours.matches()) {
            if (isTyped) { // others' names are theirs, but what is nearly ours was meant for us
                requireFar(typed, "", name, settings.keySet().stream().map(setting -> PREFIX + setting));
            }
            return;
        }
        var rest = ours.group(2);
        var known = settings.entrySet().stream()
                .filter(setting -> uniform(setting.getKey()).equals(uniform(rest)))
                .findFirst();
        if (known.isPresent()) {
            requireValues(typed, environment.getProperty(name, ""), known.get().getValue());
            return;
        }
        var isVariable = name.charAt(PREFIX.length() - 1) == '_';
        requireFar(
                typed,
                ours.group(1),
                rest,
                settings.keySet().stream().map(setting -> isVariable ? variable(setting) : setting));
        // Variables may be others', such as those that Kubernetes makes of a service's name.
        if (!(source instanceof SystemEnvironmentPropertySource
                || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))) {
            throw new StartRefusedException(typed + " is no setting.", REMEDY);
        }
    }

    /** Nobody who meant something else would have come so near. */
    private static void requireFar(String typed, String prefix, String name, Stream<String> known) {
        NearestName.of(name, known.toList()).ifPresent(nearest -> {
            throw new StartRefusedException(
                    typed + " is no setting, did you mean " + (typed.startsWith("--") ? "--" : "") + prefix + nearest
                            + "?",
                    REMEDY);
        });
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Spring Boot takes names in many forms, and those of elements of lists. */
    private static String uniform(String name) {
        return ELEMENT.matcher(name).replaceFirst("").replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    private static void requireValues(String typed, String text, RecordComponent setting) {
        if (setting.getType() == List.class) {
            var type = ResolvableType.forType(setting.getGenericType()).resolveGeneric();
            Arrays.stream(text.split(",")).forEach(value -> requireValue(typed, value.strip(), type, setting));
        } else {
            requireValue(typed, text.strip(), setting.getType(), setting);
        }
    }

    private static void requireValue(String typed, String value, @Nullable Class<?> type, RecordComponent setting) {
        if (value.isEmpty() && type == Path.class && typed.startsWith("--")) {
            throw new StartRefusedException(typed + " names no folder.", REMEDY);
        }
        if (type == null || value.isEmpty()) {
            return;
        }
        if (type == Integer.class) {
            requireNumber(typed, value, setting);
        }
        var form = FORMS.get(type);
        if (form != null && !isOf(type, value)) {
            throw refused(typed, form, value);
        }
    }

    private static boolean isOf(Class<?> type, String value) {
        if (value.startsWith("+")) {
            return false;
        }
        try {
            var converted = ApplicationConversionService.getSharedInstance().convert(value, type);
            return !(converted instanceof DataSize size && size.isNegative());
        } catch (ConversionException _) {
            return false;
        }
    }

    /** Spring Boot would take 0x5 and #5 for numbers too. */
    private static void requireNumber(String typed, String value, RecordComponent setting) {
        var min = setting.getAccessor().getAnnotation(Min.class);
        var max = setting.getAccessor().getAnnotation(Max.class);
        var least = min == null ? Integer.MIN_VALUE : min.value();
        var most = max == null ? Integer.MAX_VALUE : max.value();
        if (!WHOLE.matcher(value).matches() || Long.parseLong(value) < least || Long.parseLong(value) > most) {
            throw refused(typed, "a whole number from " + least + " to " + most, value);
        }
    }

    private static StartRefusedException refused(String typed, String form, String value) {
        return new StartRefusedException(typed + " must be " + form + ", was " + value, REMEDY);
    }
}

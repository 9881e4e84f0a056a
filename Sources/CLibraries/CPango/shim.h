#pragma once
#include <pango/pangocairo.h>
#include <cairo.h>
#include <cairo-pdf.h>

// A GObject reference given up: `g_object_unref` takes an untyped pointer that Swift would have to invent.
static inline void forms_layout_free(PangoLayout *layout) { g_object_unref(layout); }

SELECT (SELECT COUNT(*) FROM scan), (SELECT COALESCE(MAX(id), 0) FROM scan),
    (SELECT COUNT(*) FROM label_copy), (SELECT COALESCE(MAX(id), 0) FROM label_copy),
    (SELECT COUNT(*) FROM waybill), (SELECT COUNT(*) FROM dispatch),
    (SELECT COUNT(*) FROM shop_order), (SELECT COUNT(*) FROM handover_parcel),
    (SELECT COALESCE(MAX(id), 0) FROM verification), (SELECT COUNT(*) FROM gate_pass),
    (SELECT COUNT(*) FROM box), (SELECT COUNT(*) FROM operator)
